package whatis.wikipedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import whatis.web.Contracts;
import whatis.web.ServiceClient;

/** The service before a real MediaWiki. All is old or forgotten at once, so that every question gets there. */
@EnabledIfEnvironmentVariable(
        named = "WHATIS_MEDIAWIKI_URL",
        matches = ".+",
        disabledReason = "needs a MediaWiki: its api.php in WHATIS_MEDIAWIKI_URL, its folder in WHATIS_MEDIAWIKI_HOME")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"whatis.wikipedia.cache.misses=0s", "whatis.wikipedia.cache.hits=0s"})
class MediaWikiIT {

    private static final String NOTHING = "zzqqxxnothing";

    private final MediaWiki mediaWiki = MediaWiki.fromEnvironment();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void askMediaWiki(DynamicPropertyRegistry properties) {
        properties.add("whatis.wikipedia.url", () -> MediaWiki.fromEnvironment().url());
    }

    @AfterEach
    void recover() throws Exception {
        mediaWiki.recover();
        await().atMost(Duration.ofSeconds(30)).until(() -> ask(NOTHING).statusCode() == 404);
    }

    @ParameterizedTest
    @CsvSource({
        "hammer, Hammer, 'A hammer is a tool, most often'",
        "gator, American alligator, The American alligator is a large reptile",
        "swamp lizard, American alligator, The American alligator",
        "large reptile, American alligator, The American alligator",
        "ladle, Ladle, A ladle is a deep spoon for soup.",
        "100% cotton & more, 100% cotton & more, A cottonware is",
        "AC/DC, AC/DC, A ac/dc is",
        "مطرقة, مطرقة, المطرقة",
        "zygote, Only a table, ''",
        "-ladle, Ladle, A ladle",
        "\"ladle, Ladle, A ladle",
        "ladle*, Ladle, A ladle",
        "Crane (bird), Crane (bird), A crane is",
        "C++, C++, A c++ is"
    })
    void articleWhenPageExistsExpectItsTitleAndText(String term, String title, String beginning) throws Exception {
        HttpResponse<String> response = ask(term);
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode article = Contracts.json(response);
        assertThat(article.get("title").asString()).isEqualTo(title);
        assertThat(article.get("extract").asString()).startsWithIgnoringCase(beginning);
        assertThat(article.get("language").asString()).isEqualTo("en");
        assertThat(article.get("disambiguation").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"hammer, 500", "snorkelling, 500", "kayaking, 500", "emojipedia, 500", "quincunx, 500"})
    void articleWhenPageIsLongExpectExactlyTheCharactersWanted(String term, int characters) throws Exception {
        assertThat(extract(ask(term)).codePoints()).hasSize(characters);
    }

    @Test
    void articleWhenPageHasSectionsExpectTheirProseAlone() throws Exception {
        assertThat(extract(ask("american alligator")))
                .startsWith(
                        "The American alligator is a large reptile of the southeastern United States, also called a gator.\n"
                                + "A alligator is dark")
                .doesNotContain("=")
                .hasSize(500);
    }

    @Test
    void articleWhenManyCharactersAreWantedExpectMoreThanOnePiece() throws Exception {
        HttpResponse<String> response = service().get("/articles?query=encyclopaedic&characters=10000");
        assertThat(extract(response).codePoints()).hasSize(10_000);
        assertThat(extract(response)).doesNotContain("...");
    }

    @Test
    void articleWhenTermHasSeveralMeaningsExpectDisambiguation() throws Exception {
        assertThat(Contracts.json(ask("crane")).get("disambiguation").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({NOTHING, "lost gadget", "Talk: Hammer"})
    void articleWhenThereIsNoPageExpectProblem(String term) throws Exception {
        Contracts.assertMessage(ask(term), 404, "problem-no-page-found.json");
    }

    @ParameterizedTest
    @CsvSource({
        "429:2, 503, unavailable, 1",
        "503:1, 503, unavailable, 1",
        "maxlag:1, 503, unavailable, 1",
        "apierror, 503, unavailable, 1",
        "html200, 502, error, 2",
        "cut, 502, error, 2",
        "slow:4, 504, timeout, 2",
        "drip:4, 504, timeout, 2"
    })
    void articleWhenMediaWikiFailsExpectItsProblemAndOldArticles(
            String fault, int status, String problem, int mostRequests) throws Exception {
        String article = ask("hammer").body();
        mediaWiki.fail(fault);
        int before = mediaWiki.requestTimes().size();
        Contracts.assertMessage(ask(NOTHING), status, "problem-encyclopedia-" + problem + ".json");
        assertThat(ask("hammer").body()).isEqualTo(article);
        assertThat(mediaWiki.requestTimes()).hasSizeBetween(before + 1, before + mostRequests);
    }

    @Test
    void articleWhenMediaWikiWantsABreakExpectNoRequestUntilThen() throws Exception {
        mediaWiki.fail("429:3:1");
        assertThat(ask(NOTHING).headers().firstValue("Retry-After")).contains("3");
        int before = mediaWiki.requestTimes().size();
        for (int i = 0; i < 5; i++) {
            assertThat(ask(NOTHING + i).statusCode()).isEqualTo(503);
        }
        assertThat(mediaWiki.requestTimes()).hasSize(before);
    }

    @Test
    void articleWhenManyAskAtOnceExpectThreeRequestsAtATime() throws Exception {
        double slowness = 0.7;
        mediaWiki.fail("slow:" + slowness);
        int before = mediaWiki.requestTimes().size();
        ExecutorService clients = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Integer>> questions = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String term = NOTHING + i;
                questions.add(() -> ask(term).statusCode());
            }
            for (Future<Integer> status : clients.invokeAll(questions)) {
                // On a busy machine the wiki may take longer than its deadline.
                assertThat(status.get()).isIn(404, 503, 504);
            }
        } finally {
            clients.shutdownNow();
        }
        List<Double> times = mediaWiki.requestTimes();
        List<Double> asked = times.subList(before, times.size());
        assertThat(asked).hasSizeGreaterThanOrEqualTo(3);
        assertThat(asked)
                .allSatisfy(time -> assertThat(asked.stream().filter(other -> other >= time && other < time + slowness))
                        .hasSizeLessThanOrEqualTo(3));
    }

    private ServiceClient service() {
        return new ServiceClient(port);
    }

    private HttpResponse<String> ask(String term) throws Exception {
        return service().get("/articles?query=" + URLEncoder.encode(term, StandardCharsets.UTF_8));
    }

    private static String extract(HttpResponse<String> response) {
        return Contracts.json(response).get("extract").asString();
    }
}
