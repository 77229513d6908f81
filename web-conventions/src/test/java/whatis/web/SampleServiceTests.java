package whatis.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import whatis.web.bounds.ReplaceableListener;
import whatis.web.problem.ProblemException;
import whatis.web.problem.ProblemExceptionHandler;
import whatis.web.problem.ProblemMeters;
import whatis.web.problem.ProblemTypes;
import whatis.web.problem.SampleProblem;

/** The least that a service has to bring. */
@SpringBootTest(
        classes = SampleServiceTests.Sample.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            AccessContract.HOSTS,
            "spring.config.import=classpath:whatis/web/conventions.yml",
            "logging.file.name=" + SampleServiceTests.LOG,
            "whatis.drain.deadline=3s",
            // Boot leaves it out of tests.
            "management.prometheus.metrics.export.enabled=true"
        })
class SampleServiceTests implements BoundsContract, BrowserGuardContract, AccessContract, RefusalContract, LogContract {

    static final String LOG = "target/sample-service.log";

    @LocalServerPort
    private int port;

    @Override
    public int port() {
        return port;
    }

    @Test
    void logWhenItGoesToAFileExpectNothingForgedThereEither() throws IOException {
        LoggerFactory.getLogger(SampleServiceTests.class).error("to a file" + FORGERY);
        String log = Files.readString(Path.of(LOG));
        assertThat(log).contains("to a file");
        // What is before that may be from another run.
        LogContract.assertNothingForged(log.substring(log.lastIndexOf("to a file")));
    }

    @Test
    void valveOfTheServiceWhenItAnswersExpectTheGuardBeforeIt() throws IOException {
        BrowserGuardContract.assertSafe(answer("GET", "/valve", ""), 418, "no-store");
    }

    @Test
    void bodyWhenItIsReadByAListenerAndRefusedExpectAnswerAlready() throws IOException {
        assertAnsweredAlready("POST", "/listening", "text/plain", 404);
    }

    @Test
    void bodyWhenItsRestDoesNotComeInTimeExpectConnectionClosedInSilence() throws IOException {
        String marker = "from here on: " + UUID.randomUUID();
        LoggerFactory.getLogger(SampleServiceTests.class).info(marker);
        try (RawConnection connection = new RawConnection(port)) {
            connection.write("PUT /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\na");
            assertThat(connection.answer()).startsWith("HTTP/1.1 404");
        }
        assertThat(Files.readString(Path.of(LOG)).split(marker)[1]).doesNotContain("WARN", "ERROR");
    }

    @Test
    void serviceWhenItFailsExpectAProblemThatTellsNothingElse() throws Exception {
        HttpResponse<String> response = new ServiceClient(port).get("/failure?at=1");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(Contracts.json(response).get("type").asString()).isEqualTo("/problems/internal-error");
        assertThat(response.body()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"//, /.//", "//evil.example/a, /.//evil.example/a", "/a%20b;c=d, /a%20b;c=d"})
    void problemWhenAddressIsOddExpectAReferenceToItAndNotToAnotherHost(String path, String instance)
            throws IOException {
        assertThat(answer("GET", path, ""))
                .startsWith("HTTP/1.1 404")
                .contains("\"instance\":\"" + instance + "\"")
                .contains("\"type\":\"/problems/not-found\"");
    }

    @Test
    void parameterWhenItHasAnotherTypeExpectInvalidRequest() throws Exception {
        HttpResponse<String> response = new ServiceClient(port).get("/failure?at=many");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Contracts.json(response).get("type").asString()).isEqualTo("/problems/invalid-request");
    }

    @Test
    void pageWhenSentencesHaveAngleBracketsExpectThemEscaped() throws Exception {
        assertThat(new ServiceClient(port).get("/problems/not-found").body()).contains("What &lt;happened&gt;.");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Sample {

        @Bean
        ProblemTypes problemTypes() {
            return new ProblemTypes(SampleProblem.values());
        }

        @Bean
        Advice advice(ProblemTypes problems, ProblemMeters meters) {
            return new Advice(problems, meters);
        }

        @Bean
        Failure failure() {
            return new Failure();
        }

        @Bean
        Listening listening() {
            return new Listening();
        }

        @Bean
        WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> valve() {
            return tomcat -> tomcat.addEngineValves(new Refusal());
        }
    }

    @RestControllerAdvice
    static class Advice extends ProblemExceptionHandler {

        Advice(ProblemTypes problems, ProblemMeters meters) {
            super(problems, meters);
        }
    }

    @RestController
    static class Failure {

        @GetMapping("/failure")
        String fail(@RequestParam int at) {
            throw new IllegalStateException("secret " + at);
        }
    }

    /** Answers as soon as some of the body has come. */
    @RestController
    static class Listening {

        @PostMapping("/listening")
        void listen(HttpServletRequest request) throws IOException {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                throw new ProblemException(SampleProblem.NOT_FOUND);
            }
            AsyncContext context = request.startAsync();
            request.getInputStream().setReadListener(new ReplaceableListener(new ReadListener() {
                @Override
                public void onDataAvailable() {
                    context.dispatch();
                }

                @Override
                public void onAllDataRead() {}

                @Override
                public void onError(Throwable e) {}
            }));
        }
    }

    private static final class Refusal extends ValveBase {

        Refusal() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            // A request that is no HTTP has no address.
            if ("/valve".equals(request.getRequestURI())) {
                response.setStatus(418);
            } else {
                getNext().invoke(request, response);
            }
        }
    }
}
