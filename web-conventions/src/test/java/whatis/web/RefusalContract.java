package whatis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a running service says to requests that the server refuses before anything of the service's sees them. */
public interface RefusalContract {

    int port();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%00",
                "/%ff",
                "/..",
                "/..;/",
                "/a/../../b",
                "/a%2fb",
                "/a%5cb",
                "/a\\b",
                "/a b",
                "/\"a\"",
                "/?{a}",
                "a",
                "*",
                "http://other.example/"
            })
    default void addressWhenItIsNoneExpectInvalidRequest(String address) throws IOException {
        assertRefused(send("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a b",
                "Host: a:b",
                "Host: localhost\r\nHost: localhost",
                "X: a",
                "Host: localhost\r\nX Y: a",
                "Host: localhost\r\nX: a\0b",
                "Host: localhost\r\nno colon",
                "Host: localhost\r\nContent-Length: x",
                "Host: localhost\r\nContent-Length: -1",
                "Host: localhost\r\nContent-Length: 1\r\nContent-Length: 2"
            })
    default void headerWhenItIsMalformedExpectInvalidRequest(String headers) throws IOException {
        assertRefused(send("GET / HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n"), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/2.0, 505",
        "GET / HTTP/9.9, 505",
        "GET / HTTX/1.1, 400",
        "G@T / HTTP/1.1, 400",
        "CONNECT localhost:443 HTTP/1.1, 501"
    })
    default void requestLineWhenServerCantServeItExpectItsStatus(String line, int status) throws IOException {
        assertRefused(send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"), status);
    }

    @ParameterizedTest
    @CsvSource({"Expect: nonsense, 417", "Transfer-Encoding: gzip, 501", "'Transfer-Encoding: nonsense, chunked', 501"})
    default void headerWhenServerCantServeItExpectItsStatus(String header, int status) throws IOException {
        assertRefused(
                send("POST / HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nConnection: close\r\n\r\n"), status);
    }

    static Stream<Arguments> excess() {
        String much = "a".repeat(60_000);
        return Stream.of(
                Arguments.of("an address", "GET /" + much + " HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of("a method", much + " / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                Arguments.of("a header", "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + much + "\r\n\r\n"),
                Arguments.of("headers", "GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: a\r\n".repeat(500) + "\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    default void excess(String what, String request) throws IOException {
        assertRefused(send(request), 400);
    }

    @Test
    default void requestWhenItIsOfAnotherProtocolExpectInvalidRequest() throws IOException {
        assertRefused(send("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\r\n\r\n"), 400);
    }

    @Test
    default void metricsWhenServerRefusesExpectTheProblemOfTheClient() throws Exception {
        send("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        send("FORGED / HTTP/9.9\r\nHost: localhost\r\n\r\n");
        assertThat(new ServiceClient(port()).get("/actuator/prometheus").body())
                .containsPattern("whatis_problems_total\\{problem=\"invalid-request\"} [1-9]")
                .contains("whatis_problems_total{problem=\"internal-error\"} 0.0")
                .doesNotContainIgnoringCase("forged");
    }

    private String send(String request) throws IOException {
        try (RawConnection connection = new RawConnection(port())) {
            connection.write(request);
            return connection.answer();
        }
    }

    private static void assertRefused(String answer, int status) {
        BrowserGuardContract.assertSafe(answer, status, "no-store");
        assertThat(answer)
                .contains("Content-Type: application/problem+json")
                .contains("\"type\":\"/problems/invalid-request\"", "\"status\":" + status)
                .doesNotContain("<html", "Exception");
    }
}
