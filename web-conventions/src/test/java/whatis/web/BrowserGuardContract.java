package whatis.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told with every answer of a running service. */
public interface BrowserGuardContract {

    String POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    int port();

    @ParameterizedTest
    @CsvSource({
        "GET, /problems, 200",
        "GET, /problems/not-found, 200",
        "GET, /problems/nonsense, 404",
        "GET, /nothing, 404",
        "GET, //, 404",
        "GET, //evil.example/, 404",
        "GET, /%zz, 400",
        "GET, /..%2f..%2fetc/passwd, 400",
        "POST, /problems, 405",
        "TRACE, /problems, 405",
        "OPTIONS, /problems, 200",
        "GET, /actuator/health/readiness, 200",
        "GET, /actuator/info, 200",
        "GET, /actuator/prometheus, 200",
        "GET, /actuator/env, 404"
    })
    default void answerOfAnyServiceWhateverItIsExpectEachHeaderOnce(String method, String path, int status)
            throws IOException {
        assertSafe(answer(method, path, ""), status, "no-store");
    }

    @Test
    default void problemPageWhenItHasAStyleExpectThatAllowedAndNoOther() throws Exception {
        String answer = answer("GET", "/problems/not-found", "");
        String style = answer.replaceFirst("(?s).*<style>(.*)</style>.*", "$1");
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        assertThat(values(answer, "Content-Security-Policy"))
                .containsExactly(POLICY + "; style-src 'sha256-" + hash + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/problems/not-found", "/actuator/health", "/nothing"})
    default void preflightOfAnyServiceWhenItComesFromAnotherOriginExpectRefusal(String path) throws IOException {
        assertPreflightRefused(path);
    }

    @Test
    default void traceWhenItCarriesSecretsExpectNoEcho() throws IOException {
        assertThat(answer("TRACE", "/problems", "Cookie: secret\r\n"))
                .startsWith("HTTP/1.1 405")
                .doesNotContain("secret");
    }

    default void assertPreflightRefused(String path) throws IOException {
        String answer =
                answer("OPTIONS", path, "Origin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\n");
        assertSafe(answer, 403, "no-store");
        assertThat(answer).doesNotContainIgnoringCase("Access-Control-Allow");
    }

    default String answer(String method, String path, String headers) throws IOException {
        try (RawConnection connection = new RawConnection(port())) {
            connection.write(
                    method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
            return connection.answer();
        }
    }

    static void assertSafe(String answer, int status, String cacheControl) {
        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("Tomcat", "\tat ");
        assertThat(values(answer, "X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(values(answer, "Referrer-Policy")).containsExactly("no-referrer");
        assertThat(values(answer, "Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(values(answer, "Cache-Control")).containsExactly(cacheControl);
        assertThat(values(answer, "Server")).isEmpty();
        assertThat(values(answer, "Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith(POLICY);
    }

    private static List<String> values(String answer, String header) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, header + ":", 0, header.length() + 1))
                .map(line -> line.substring(header.length() + 1).strip())
                .toList();
    }
}
