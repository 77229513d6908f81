package whatis.wikipedia.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import whatis.web.LogContract;
import whatis.web.ServiceClient;
import whatis.wikipedia.encyclopedia.StandInWikipedia;

/** The log of the running service, at its most talkative, before a Wikipedia that takes a password. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "logging.level.root=debug")
class LogTests implements LogContract {

    private static final StandInWikipedia WIKIPEDIA = new StandInWikipedia();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void askTheStandIn(DynamicPropertyRegistry properties) {
        properties.add("whatis.wikipedia.url", () -> WIKIPEDIA.url().replace("://", "://me:secret@"));
    }

    @AfterAll
    static void stopWikipedia() {
        WIKIPEDIA.close();
    }

    @Override
    public int port() {
        return port;
    }

    @Test
    void logWhenWikipediaSendsControlCharactersExpectOneLineAndNoneOfThem(CapturedOutput log) throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.json("{\"error\":{\"code\":\"odd\\r\\nforged \\u001b[31m\\u202e\"}}"));
        assertThat(ask("hammer%0d%0aforged%1b%5b31m").statusCode()).isEqualTo(502);
        assertThat(log.toString()).contains("the API says odd");
        LogContract.assertNothingForged(log);
    }

    @Test
    void logWhenAddressHasAPasswordExpectNothingOfIt(CapturedOutput log) throws Exception {
        WIKIPEDIA.answer(
                StandInWikipedia.page("Anvil", "A block to forge on."),
                StandInWikipedia.status("401 Unauthorized"),
                StandInWikipedia.redirect("http://127.0.0.1:1/"));
        assertThat(ask("anvil").statusCode()).isEqualTo(200);
        assertThat(ask("awl").statusCode()).isEqualTo(502);
        assertThat(ask("axe").statusCode()).isEqualTo(503);
        assertThat(WIKIPEDIA.requests()).last().asString().contains("Authorization: Basic bWU6c2VjcmV0");
        assertThat(log.toString()).contains("No answer from Wikipedia").doesNotContain("secret", "bWU6c2VjcmV0");
    }

    private HttpResponse<String> ask(String query) throws Exception {
        return new ServiceClient(port).get("/articles?query=" + query);
    }
}
