package whatis.wikipedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import whatis.web.ServiceClient;

/**
 * Two editions at once: behind {@code en} is a real MediaWiki that fails on request, behind {@code de} nobody who answers,
 * while clients ask for it all the time.
 */
@EnabledIfEnvironmentVariable(
        named = "WHATIS_MEDIAWIKI_URL",
        matches = ".+",
        disabledReason = "needs a MediaWiki: its api.php in WHATIS_MEDIAWIKI_URL, its folder in WHATIS_MEDIAWIKI_HOME")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "whatis.wikipedia.cache.misses=0s",
            "whatis.wikipedia.cache.hits=0s",
            "whatis.wikipedia.patience=3s"
        })
class DeadEditionIT {

    private static final int CLIENTS = 6;

    private static HttpServer editions;

    private final MediaWiki mediaWiki = MediaWiki.fromEnvironment();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> questions = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    @LocalServerPort
    private int port;

    /** MediaWiki takes no path behind its own: the edition that lives sends its client on. */
    @BeforeAll
    static void startEditions() throws IOException {
        editions = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        editions.createContext("/en", exchange -> {
            String question = exchange.getRequestURI().getRawQuery();
            exchange.getResponseHeaders()
                    .add("Location", MediaWiki.fromEnvironment().url() + "?" + question);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        editions.createContext("/de", exchange -> {});
        editions.start();
    }

    @AfterAll
    static void stopEditions() {
        editions.stop(0);
    }

    @DynamicPropertySource
    static void askTheEditions(DynamicPropertyRegistry properties) {
        properties.add(
                "whatis.wikipedia.url",
                () -> "http://127.0.0.1:" + editions.getAddress().getPort() + "/{language}");
    }

    @BeforeEach
    void askTheDead() {
        for (int client = 0; client < CLIENTS; client++) {
            String path = "/articles?language=de&query=hammer" + client;
            questions.add(clients.submit(() -> {
                while (!stopped.get()) {
                    assertThat(service().get(path).statusCode()).isIn(503, 504);
                    Thread.sleep(50);
                }
                return null;
            }));
        }
    }

    @AfterEach
    void recover() throws Exception {
        mediaWiki.recover();
        stopped.set(true);
        clients.shutdown();
        for (Future<?> question : questions) {
            question.get();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"429:2", "503:1", "maxlag:1", "apierror", "html200", "cut", "slow:4", "drip:4"})
    void articleWhenMediaWikiFailsAndAnotherEditionIsDeadExpectOldArticleAndThenANewOne(String fault) throws Exception {
        awaitLife();
        String article = ask("hammer").body();
        mediaWiki.fail(fault);
        assertThat(ask("ladle" + fault.hashCode()).statusCode()).isBetween(502, 504);
        assertThat(ask("hammer").body()).isEqualTo(article);

        mediaWiki.recover();
        awaitLife();
    }

    private void awaitLife() {
        await().atMost(Duration.ofSeconds(30)).until(() -> ask("zzqqxxnothing").statusCode() == 404);
    }

    private HttpResponse<String> ask(String term) throws Exception {
        return service().get("/articles?query=" + term);
    }

    private ServiceClient service() {
        return new ServiceClient(port);
    }
}
