package whatis.wikipedia.article;

import static org.assertj.core.api.Assertions.assertThat;
import static whatis.web.Contracts.assertMessage;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import whatis.web.Contracts;
import whatis.web.ServiceClient;
import whatis.wikipedia.encyclopedia.StandInWikipedia;

/** The service as its clients see it, against the messages in {@code contracts/}. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ArticleControllerTests {

    private static final StandInWikipedia WIKIPEDIA = new StandInWikipedia();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void askTheStandIn(DynamicPropertyRegistry properties) {
        properties.add("whatis.wikipedia.url", WIKIPEDIA::url);
        properties.add("whatis.wikipedia.deadline", () -> "1s");
    }

    @AfterAll
    static void stopWikipedia() {
        WIKIPEDIA.close();
    }

    @Test
    void articleWhenPageIsFoundExpectContract() throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.page(
                "Claw hammer", "A hammer whose head drives nails on one side and pulls them on the other."));
        HttpResponse<String> response = get("/articles?query=claw%20hammer");
        assertMessage(response, 200, "article.json");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=86400, public");
        assertThat(response.headers().firstValue("Age")).contains("0");
    }

    @Test
    void articleWhenPageIsADisambiguationExpectContract() throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.disambiguationPage("Crane", "Crane may mean a bird or a machine."));
        assertMessage(get("/articles?query=crane"), 200, "article-disambiguation.json");
    }

    @Test
    void articleWhenLengthsDifferExpectEachCutFromOneAnswer() throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.page("Smile", "\uD83D\uDE00".repeat(600)));
        int before = WIKIPEDIA.requests().size();
        assertThat(extract(get("/articles?query=smile"))).isEqualTo("\uD83D\uDE00".repeat(500));
        assertThat(extract(get("/articles?query=smile&characters=3"))).isEqualTo("\uD83D\uDE00".repeat(3));
        assertThat(WIKIPEDIA.requests()).hasSize(before + 1);
        assertThat(extract(get("/articles?query=smile&characters=1000"))).isEqualTo("\uD83D\uDE00".repeat(600));
    }

    @Test
    void articleWhenPageHasSectionsExpectFiveHundredCharactersOfProse() throws Exception {
        String paragraph = "It is dark, armoured and patient. ".repeat(20).strip();
        WIKIPEDIA.answer(StandInWikipedia.page(
                "American alligator", "The alligator is a large reptile.\n\n\n== Description ==\n" + paragraph));
        assertThat(extract(get("/articles?query=american+alligator")))
                .isEqualTo(("The alligator is a large reptile.\n" + paragraph).substring(0, 500));
    }

    @Test
    void articleWhenPageHasFormulasExpectProse() throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.page(
                "Module",
                "A module over  \n  \n    \n      \n        X\n      \n    \n    {\\displaystyle X}\n  \n is a set."));
        assertThat(extract(get("/articles?query=module"))).isEqualTo("A module over X is a set.");
    }

    @Test
    void articleWhenWikipediaGivesNoTextExpectArticleWithoutText() throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.pageWithoutExtract("Only a picture"));
        HttpResponse<String> response = get("/articles?query=only+a+picture");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(extract(response)).isEmpty();
        assertThat(Contracts.json(response).get("url").asString()).endsWith("/wiki/Only_a_picture");
        // Not for a day, as the text may come.
        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
    }

    @ParameterizedTest
    @CsvSource({
        "insource:/saw.*mill/, insource%20saw.%20mill",
        "-12, 12",
        "Help: style, Help%20style",
        "Talk: Anvil, Talk%20Anvil",
        "intitle:anvil, intitle%20anvil",
        "incategory:\"Anvils of iron\", incategory%20Anvils%20of%20iron",
        "\"unclosed, unclosed",
        "anvil OR saw, anvil%20or%20saw",
        "Anvil (tool), Anvil%20%28tool%29"
    })
    void articleWhenQueryHasOperatorsExpectWordsAskedAlone(String query, String words) throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.page("Anvil", "A block to forge on."));
        get("/articles?query=" + query(query));
        assertThat(WIKIPEDIA.requests()).last().asString().containsPattern("[?&]gsrsearch=" + words + "[& ]");
    }

    @Test
    void articleWhenQueryHasNoWordsExpectNoPageWithoutARequest() throws Exception {
        int before = WIKIPEDIA.requests().size();
        assertMessage(get("/articles?query=" + query("-*~\"|!")), 404, "problem-no-page-found.json");
        assertThat(WIKIPEDIA.requests()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({"zh, zh-hans", "zh-tw, zh-tw", "zh-hant, zh-hant", "sr, sr-ec", "sr-el, sr-el"})
    void articleWhenLanguageHasVariantsExpectOneAskedFor(String language, String variant) throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.page("Anvil", "A block to forge on."));
        assertThat(get("/articles?query=variant&language=" + language).statusCode())
                .isEqualTo(200);
        assertThat(WIKIPEDIA.requests()).last().asString().containsPattern("[?&]variant=" + variant + "[& ]");
    }

    @Test
    void articleWhenClientHasItAlreadyExpectNotModified() throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.page("Anvil", "A block to forge on."));
        String etag = get("/articles?query=anvil").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = get("/articles?query=anvil", "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void articleWhenRequestClaimsToHaveAFormExpectArticle() throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.page("Anvil", "A block to forge on."));
        HttpResponse<String> response = get("/articles?query=forge", "Content-Type", "multipart/form-data");
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void articleWhenNothingIsFoundExpectContract() throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.json("{\"batchcomplete\":true}"));
        HttpResponse<String> response = get(someQuery());
        assertMessage(response, 404, "problem-no-page-found.json");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "/articles, problem-invalid-query.json",
        "/articles?query=, problem-invalid-query.json",
        "/articles?query=%20%09, problem-invalid-query.json",
        "/articles?query=a&characters=0, problem-invalid-characters.json",
        "/articles?query=a&characters=10001, problem-invalid-characters.json",
        "/articles?query=a&characters=many, problem-invalid-characters.json",
        "/articles?query=a&language=xx, problem-unknown-language.json",
        "/articles?query=a&language=zh-xx, problem-unknown-language.json",
        "/articles?query=a&language=en-gb, problem-unknown-language.json",
        "/articles?query=a&language=EN, problem-unknown-language.json",
        "/articles?query=a&language=en.evil.example%2F, problem-unknown-language.json"
    })
    void articleWhenParametersAreWrongExpectContract(String path, String contract) throws Exception {
        assertMessage(get(path), 400, contract);
    }

    @Test
    void articleWhenQueryIsTooLongExpectContract() throws Exception {
        assertMessage(get("/articles?query=" + query("\uD83D\uDE00".repeat(301))), 400, "problem-invalid-query.json");
    }

    @Test
    void articleWhenQueryIsAsLongAsAllowedExpectArticle() throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.page("Smile", "A face."));
        assertThat(get("/articles?query=" + query("\uD83D\uDE00".repeat(300))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void articleWhenWikipediaTalksNonsenseExpectContract() throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.status("200 OK"));
        assertMessage(get(someQuery()), 502, "problem-encyclopedia-error.json");
    }

    @Test
    void articleWhenWikipediaIsSilentExpectContract() throws Exception {
        WIKIPEDIA.answer(StandInWikipedia.silence());
        assertMessage(get(someQuery()), 504, "problem-encyclopedia-timeout.json");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /articles, 405, method-not-allowed",
        "GET, /nothing, 404, not-found",
        "GET, /articles/, 404, not-found"
    })
    void serviceWhenAddressOrMethodIsWrongExpectProblem(String method, String path, int status, String slug)
            throws Exception {
        HttpResponse<String> response = service().send(method, path);
        assertProblem(response, status, slug);
    }

    @Test
    void articleWhenMethodIsWrongExpectTheRightOnesNamed() throws Exception {
        HttpResponse<String> response = service().send("DELETE", "/articles");
        assertThat(response.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void articleWhenClientTakesNoJsonExpectProblem() throws Exception {
        HttpResponse<String> response = get("/articles?query=a", "Accept", "text/html");
        assertProblem(response, 406, "not-acceptable");
        assertThat(response.headers().firstValue("Accept")).contains("application/json");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return service().get(path, headers);
    }

    private ServiceClient service() {
        return new ServiceClient(port);
    }

    /** A query that no test has asked before, as answers are remembered. */
    private static String someQuery() {
        return "/articles?query=" + UUID.randomUUID();
    }

    private static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String extract(HttpResponse<String> response) {
        return Contracts.json(response).get("extract").asString();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Contracts.json(response).get("type").asString()).isEqualTo("/problems/" + slug);
    }
}
