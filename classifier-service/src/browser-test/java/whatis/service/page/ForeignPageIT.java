package whatis.service.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that another server sent, on the user's own machine: to the browser, its host is of the same site or not. */
@ExtendWith(BrowserRequirements.class)
class ForeignPageIT {

    private static final String SAME_SITE = "127.0.0.1";
    private static final String CROSS_SITE = "localhost";

    private static final String PAGE = """
            <!DOCTYPE html>
            <form method="post" enctype="multipart/form-data" action="%1$s/whatis">
            <input type="file" name="file"><button>Send</button>
            </form>
            <a href="%1$s/">Open</a>
            """;

    /** Sends the picture that was picked by a script that may read the answer, if the service allows it, or may not. */
    private static final String POST = """
            ([url, mode]) => {
                const body = new FormData(document.querySelector('form'));
                return fetch(url + '/whatis', { method: 'POST', mode, body }).then(answer => answer.text(), () => 'failed');
            }""";

    private final String url = Services.shared().url();
    private HttpServer server;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] html = PAGE.formatted(url).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        server.start();
        context = Chromium.browser().newContext();
        page = context.newPage();
    }

    @AfterEach
    void stop() {
        context.close();
        server.stop(0);
    }

    private void open(String host) {
        page.navigate("http://" + host + ":" + server.getAddress().getPort() + "/");
        page.locator("input").setInputFiles(BrowserTest.TRAFFIC_LIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {SAME_SITE, CROSS_SITE})
    void scriptWhenItPostsAPictureExpectNothingAndNothingClassified(String host) throws Exception {
        open(host);
        List<String> before = identifications();
        assertThat(page.evaluate(POST, List.of(url, "no-cors"))).isEqualTo("failed");
        assertThat(page.evaluate(POST, List.of(url, "cors"))).isEqualTo("failed");
        assertThat(identifications()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {SAME_SITE, CROSS_SITE})
    void formWhenItPostsAPictureExpectRefusalAndNothingClassified(String host) throws Exception {
        open(host);
        List<String> before = identifications();
        Response answer = page.waitForResponse(
                url + "/whatis", () -> page.locator("button").click());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(identifications()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {SAME_SITE, CROSS_SITE})
    void linkWhenFollowedExpectOurPage(String host) {
        open(host);
        page.locator("a").click();
        page.waitForURL(url + "/");
        assertThat(page.locator("#pick").count()).isEqualTo(1);
    }

    /** Returns how many pictures have had which outcome, as metrics tell it. */
    private List<String> identifications() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/actuator/prometheus")).build();
        String metrics = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        List<String> outcomes = metrics.lines()
                .filter(line -> line.startsWith("whatis_identifications_total"))
                .toList();
        assertThat(outcomes).isNotEmpty();
        return outcomes;
    }
}
