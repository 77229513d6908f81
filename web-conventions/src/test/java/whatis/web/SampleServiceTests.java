package whatis.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
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
            // Boot leaves it out of tests.
            "management.prometheus.metrics.export.enabled=true"
        })
class SampleServiceTests implements BrowserGuardContract, AccessContract, RefusalContract, LogContract {

    @LocalServerPort
    private int port;

    @Override
    public int port() {
        return port;
    }

    @Test
    void valveOfTheServiceWhenItAnswersExpectTheGuardBeforeIt() throws IOException {
        BrowserGuardContract.assertSafe(answer("GET", "/valve", ""), 418, "no-store");
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

    private static final class Refusal extends ValveBase {

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
