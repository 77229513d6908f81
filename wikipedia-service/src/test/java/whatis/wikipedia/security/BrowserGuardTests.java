package whatis.wikipedia.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import whatis.wikipedia.encyclopedia.StandInWikipedia;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Boot leaves it out of tests.
        properties = "management.prometheus.metrics.export.enabled=true")
class BrowserGuardTests {

    private static final StandInWikipedia WIKIPEDIA = new StandInWikipedia();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void askTheStandIn(DynamicPropertyRegistry properties) {
        properties.add("whatis.wikipedia.url", WIKIPEDIA::url);
    }

    @AfterAll
    static void stopWikipedia() {
        WIKIPEDIA.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /articles?query=hammer, 200, 'max-age=86400, public'",
        "GET, /articles, 400, no-store",
        "GET, /articles?query=%zz, 400, no-store",
        "DELETE, /articles, 405, no-store",
        "TRACE, /articles, 405, no-store",
        "GET, /nothing, 404, no-store",
        "GET, /%zz, 400, no-store",
        "GET, /actuator/health/readiness, 200, no-store",
        "GET, /actuator/info, 200, no-store",
        "GET, /actuator/prometheus, 200, no-store",
        "GET, /actuator/env, 404, no-store"
    })
    void answerWhateverItIsExpectEachHeaderOnce(String method, String path, int status, String cacheControl)
            throws IOException {
        WIKIPEDIA.answer(StandInWikipedia.page("Hammer", "A tool."));
        assertSafe(answer(method, path, ""), status, cacheControl);
    }

    @Test
    void answerWhenWikipediaFailsExpectEachHeaderOnce() throws IOException {
        WIKIPEDIA.answer(StandInWikipedia.noHttp());
        assertSafe(answer("GET", "/articles?query=anvil", ""), 502, "no-store");
    }

    @Test
    void preflightWhenItComesFromAnotherOriginExpectRefusal() throws IOException {
        String answer = answer(
                "OPTIONS", "/articles", "Origin: https://evil.example\r\nAccess-Control-Request-Method: GET\r\n");
        assertSafe(answer, 403, "no-store");
        assertThat(answer).doesNotContainIgnoringCase("Access-Control-Allow");
    }

    private static void assertSafe(String answer, int status, String cacheControl) {
        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("Tomcat", "\tat ");
        assertThat(values(answer, "X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(values(answer, "Referrer-Policy")).containsExactly("no-referrer");
        assertThat(values(answer, "Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(values(answer, "Cache-Control")).containsExactly(cacheControl);
        assertThat(values(answer, "Server")).isEmpty();
        assertThat(values(answer, "Content-Security-Policy"))
                .containsExactly("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    private String answer(String method, String path, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            String request = method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static List<String> values(String answer, String header) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, header + ":", 0, header.length() + 1))
                .map(line -> line.substring(header.length() + 1).strip())
                .toList();
    }
}
