package whatis.wikipedia.security;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import whatis.web.AccessContract;
import whatis.web.BrowserGuardContract;
import whatis.web.RefusalContract;
import whatis.wikipedia.encyclopedia.StandInWikipedia;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            AccessContract.HOSTS,
            // Boot leaves it out of tests.
            "management.prometheus.metrics.export.enabled=true"
        })
class BrowserGuardTests implements BrowserGuardContract, AccessContract, RefusalContract {

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

    @Override
    public int port() {
        return port;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /articles?query=hammer, 200, 'max-age=86400, public'",
        "GET, /articles, 400, no-store",
        "GET, /articles?query=%zz, 400, no-store",
        "DELETE, /articles, 405, no-store",
        "TRACE, /articles, 405, no-store"
    })
    void answerWhateverItIsExpectEachHeaderOnce(String method, String path, int status, String cacheControl)
            throws IOException {
        WIKIPEDIA.answer(StandInWikipedia.page("Hammer", "A tool."));
        BrowserGuardContract.assertSafe(answer(method, path, ""), status, cacheControl);
    }

    @Test
    void answerWhenWikipediaFailsExpectEachHeaderOnce() throws IOException {
        WIKIPEDIA.answer(StandInWikipedia.noHttp());
        BrowserGuardContract.assertSafe(answer("GET", "/articles?query=anvil", ""), 502, "no-store");
    }

    @Test
    void preflightWhenItComesFromAnotherOriginExpectRefusal() throws IOException {
        assertPreflightRefused("/articles");
    }
}
