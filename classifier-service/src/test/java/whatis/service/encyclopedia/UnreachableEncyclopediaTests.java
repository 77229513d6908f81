package whatis.service.encyclopedia;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import whatis.service.SmallModel;
import whatis.service.StandInEncyclopedia;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;
import whatis.web.problem.ProblemType;

/** Addresses at which no wikipedia-service can be. */
class UnreachableEncyclopediaTests {

    @Test
    void findWhenNameIsUnknownExpectUnavailable() {
        assertThat(problem("http://nowhere.invalid")).isEqualTo(Problem.ENCYCLOPEDIA_UNAVAILABLE);
    }

    @Test
    void findWhenConnectionIsRefusedExpectUnavailable() {
        StandInEncyclopedia gone = new StandInEncyclopedia();
        gone.close();
        assertThat(problem(gone.url())).isEqualTo(Problem.ENCYCLOPEDIA_UNAVAILABLE);
    }

    @Test
    void findWhenPeerSpeaksNoTlsExpectError() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> refusal = CompletableFuture.runAsync(() -> refuse(plain));
            assertThat(problem("https://127.0.0.1:" + plain.getLocalPort())).isEqualTo(Problem.ENCYCLOPEDIA_ERROR);
            assertThat(refusal).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    private static void refuse(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemType problem(String url) {
        SmallModel.write();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(EncyclopediaAlone.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--whatis.encyclopedia.url=" + url,
                        "--whatis.encyclopedia.read-timeout=20s",
                        "--whatis.classifier.model=" + SmallModel.FOLDER,
                        "--management.endpoint.health.validate-group-membership=false")) {
            Encyclopedia encyclopedia = context.getBean(Encyclopedia.class);
            return catchThrowableOfType(ProblemException.class, () -> encyclopedia.find("hammer", 500, "en"))
                    .problem();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({EncyclopediaConfiguration.class, Encyclopedia.class})
    static class EncyclopediaAlone {}
}
