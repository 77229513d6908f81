package whatis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For which hosts, and to which pages, a running service answers. Its setting {@code whatis.hosts} has to be {@link #HOSTS}. */
public interface AccessContract {

    String HOSTS = "whatis.hosts=whatis.example,,Box-1";

    int port();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8000",
                "whatis.localhost",
                "127.0.0.1:80",
                "192.168.1.20:8000",
                "[::1]",
                "[fe80::1]:8000",
                "whatis.example",
                "Whatis.Example:443",
                "box-1:8000",
                ""
            })
    default void hostWhenItIsOurOwnExpectAnswer(String host) throws IOException {
        assertThat(ask("GET", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @Test
    default void hostWhenAnOldClientTellsNoneExpectAnswer() throws IOException {
        try (RawConnection connection = new RawConnection(port())) {
            connection.write("GET /problems HTTP/1.0\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8000",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.whatis.example",
                "whatis.example.",
                "notlocalhost",
                "x",
                "0.0.0.0:8000",
                "[::]",
                "[::ffff:0:0]:8000"
            })
    default void hostWhenItIsNotListedExpectRefusalThatNamesTheSetting(String host) throws IOException {
        String answer = ask("GET", "Host: " + host);
        BrowserGuardContract.assertSafe(answer, 403, "no-store");
        assertThat(answer).contains("\"type\":\"/problems/foreign-host\"", "WHATIS_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: same-origin\r\nOrigin: https://gateway.example",
                "Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document",
                "Origin: http://localhost:8000",
                "Origin: https://LOCALHOST:8000",
                "X-Forwarded-Host: whatis.example\r\nOrigin: https://whatis.example",
            })
    default void pageWhenItIsOurOwnExpectAnswer(String headers) throws IOException {
        assertThat(ask("GET", "Host: localhost:8000\r\n" + headers)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    default void pageWhenItLinksHereExpectAnswer(String site) throws IOException {
        assertThat(ask("GET", navigation(site, "document"))).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image",
                "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty",
                "Sec-Fetch-Site: cross-site\r\nOrigin: http://localhost:8000",
                "Origin: https://evil.example",
                "Origin: http://localhost:3000",
                "Origin: http://localhost",
                "Origin: ftp://localhost:8000",
                "Origin: null",
                "X-Forwarded-Host: whatis.example\r\nOrigin: https://evil.example"
            })
    default void pageWhenItIsOfAnotherOriginExpectRefusal(String headers) throws IOException {
        for (String method : new String[] {"GET", "POST", "OPTIONS"}) {
            assertRefused(ask(method, "Host: localhost:8000\r\n" + headers));
        }
    }

    @Test
    default void navigationWhenItDoesMoreThanOpenAnAddressExpectRefusal() throws IOException {
        assertRefused(ask("POST", navigation("cross-site", "document")));
        assertRefused(ask("GET", navigation("cross-site", "iframe")));
        assertRefused(ask("GET", navigation("cross-site", "document") + "\r\nSec-Purpose: prefetch;prerender"));
    }

    @Test
    default void metricsWhenRequestsAreRefusedExpectThemCountedAndNothingOfStrangers() throws Exception {
        ask("FORGED", "Host: forged.example");
        ask("GET", "Host: localhost\r\nOrigin: http://forged.example");
        String metrics = new ServiceClient(port()).get("/actuator/prometheus").body();
        assertThat(metrics)
                .containsPattern("whatis_problems_total\\{problem=\"foreign-host\"} [1-9]")
                .containsPattern("whatis_problems_total\\{problem=\"foreign-origin\"} [1-9]")
                .containsPattern(
                        "http_server_requests_seconds_count\\{.*method=\"UNKNOWN\",.*status=\"403\",uri=\"UNKNOWN\"} [1-9]")
                .doesNotContainIgnoringCase("forged");
    }

    private static String navigation(String site, String destination) {
        return "Host: localhost\r\nSec-Fetch-Site: " + site + "\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: "
                + destination;
    }

    private String ask(String method, String headers) throws IOException {
        try (RawConnection connection = new RawConnection(port())) {
            connection.write(method + " /problems HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
            return connection.answer();
        }
    }

    private static void assertRefused(String answer) {
        BrowserGuardContract.assertSafe(answer, 403, "no-store");
        assertThat(answer).contains("\"type\":\"/problems/foreign-origin\"");
    }
}
