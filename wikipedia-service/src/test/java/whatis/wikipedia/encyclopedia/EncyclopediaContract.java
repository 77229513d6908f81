package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import whatis.wikipedia.encyclopedia.EncyclopediaException.Failure;
import whatis.wikipedia.encyclopedia.StandInWikipedia.Answer;

/** What every encyclopedia does, whatever Wikipedia does. */
abstract class EncyclopediaContract {

    static final Lookup HAMMER = lookup("en", "hammer", Extent.OPENING);

    final StandInWikipedia wikipedia = new StandInWikipedia();
    final ManualClock clock = new ManualClock();

    static Lookup lookup(String language, String term, Extent extent) {
        return new Lookup(Language.of(language).orElseThrow(), new SearchTerm(term), extent);
    }

    /** Builds the encyclopedia under test. */
    abstract Encyclopedia encyclopedia(WikipediaSettings settings);

    @AfterEach
    void stopWikipedia() {
        wikipedia.close();
    }

    final WikipediaSettings settings(Duration deadline) {
        return new WikipediaSettings(wikipedia.url(), "", deadline, Duration.ZERO, 0, DataSize.ofMegabytes(1));
    }

    final Encyclopedia encyclopedia() {
        return encyclopedia(settings(Duration.ofSeconds(20)));
    }

    @Test
    void findWhenThereIsAPageExpectArticle() {
        wikipedia.answer(StandInWikipedia.page("Claw hammer", "A hammer that also pulls nails."));
        assertThat(encyclopedia().find(HAMMER))
                .contains(new Article(
                        "Claw hammer",
                        URI.create("https://en.wikipedia.org/wiki/Claw_hammer"),
                        "A hammer that also pulls nails.",
                        "en",
                        false,
                        clock.instant()));
    }

    @Test
    void findWhenPageIsADisambiguationExpectArticleThatSaysSo() {
        wikipedia.answer(StandInWikipedia.disambiguationPage("Crane", "Crane may mean two things."));
        assertThat(encyclopedia().find(HAMMER)).get().matches(Article::disambiguation);
    }

    @Test
    void findWhenPageHasNoTextExpectArticleWithoutText() {
        wikipedia.answer(StandInWikipedia.page("Only a table", ""));
        assertThat(encyclopedia().find(HAMMER)).get().extracting(Article::text).isEqualTo("");
    }

    @Test
    void findWhenWikipediaGivesNoTextExpectArticleWithoutText() {
        wikipedia.answer(StandInWikipedia.pageWithoutExtract("Only a picture"));
        assertThat(encyclopedia().find(HAMMER)).get().extracting(Article::text).isEqualTo("");
    }

    @Test
    void findWhenTextIsOfSectionsExpectProse() {
        wikipedia.answer(StandInWikipedia.page("Cube", "A cube.\n\n\n== Etymology ==\nFrom Greek kybos."));
        assertThat(encyclopedia().find(HAMMER)).get().extracting(Article::text).isEqualTo("A cube.\nFrom Greek kybos.");
    }

    @Test
    void findWhenVariantIsWantedExpectItsTitleAndAddress() {
        wikipedia.answer(StandInWikipedia.json("""
                {"query":{"pages":[{"title":"\u9524\u5B50","varianttitles":{"zh":"\u9524\u5B50","zh-tw":"\u9318\u5B50"},\
                "extract":"\u9318\u5B50\u3002","pagelanguage":"zh","canonicalurl":"https://zh.wiki.example/wiki/H"}]}}"""));
        assertThat(encyclopedia().find(lookup("zh-tw", "hammer", Extent.OPENING)))
                .contains(new Article(
                        "\u9318\u5B50",
                        URI.create("https://zh.wiki.example/wiki/H?variant=zh-tw"),
                        "\u9318\u5B50\u3002",
                        "zh-tw",
                        false,
                        clock.instant()));
    }

    @Test
    void findWhenWikiHasNotTheVariantExpectArticleAsItIs() {
        wikipedia.answer(StandInWikipedia.page("Hammer", "A tool."));
        assertThat(encyclopedia().find(lookup("sr-el", "hammer", Extent.OPENING)))
                .get()
                .satisfies(article -> assertThat(article.language()).isEqualTo("en"))
                .satisfies(article -> assertThat(article.url()).hasNoQuery());
    }

    @Test
    void findWhenNothingIsFoundExpectEmpty() {
        wikipedia.answer(StandInWikipedia.json("{\"batchcomplete\":true}"));
        assertThat(encyclopedia().find(HAMMER)).isEmpty();
    }

    @Test
    void findWhenPageIsGoneExpectEmpty() {
        wikipedia.answer(StandInWikipedia.json("""
                {"batchcomplete":true,"query":{"pages":[{"ns":0,"title":"Gone","missing":true}]}}"""));
        assertThat(encyclopedia().find(HAMMER)).isEmpty();
    }

    @Test
    void findWhenTextIsLongerThanExtentExpectCutBetweenCodePoints() {
        wikipedia.answer(StandInWikipedia.page("Smile", "\uD83D\uDE00".repeat(11_000)));
        assertThat(encyclopedia().find(HAMMER))
                .get()
                .satisfies(article -> assertThat(article.text()).isEqualTo("\uD83D\uDE00".repeat(500)));
        assertThat(encyclopedia().find(lookup("en", "hammer", Extent.WHOLE)))
                .get()
                .satisfies(article -> assertThat(article.text()).isEqualTo("\uD83D\uDE00".repeat(10_000)));
    }

    static Stream<Arguments> faults() {
        Duration none = Duration.ZERO;
        Duration aSecond = Duration.ofSeconds(1);
        Duration fiveSeconds = Duration.ofSeconds(5);
        return Stream.of(
                arguments("429", StandInWikipedia.status("429 Too Many Requests"), Failure.UNAVAILABLE, fiveSeconds),
                arguments(
                        "429 with Retry-After",
                        StandInWikipedia.status("429 Too Many Requests", "Retry-After: 70"),
                        Failure.UNAVAILABLE,
                        Duration.ofSeconds(70)),
                arguments(
                        "Retry-After as a date",
                        StandInWikipedia.status("429 Too Many Requests", "Retry-After: Sun, 01 Mar 2026 12:01:30 GMT"),
                        Failure.UNAVAILABLE,
                        Duration.ofSeconds(90)),
                arguments(
                        "Retry-After in the past",
                        StandInWikipedia.status("429 Too Many Requests", "Retry-After: Sun, 01 Mar 2026 11:00:00 GMT"),
                        Failure.UNAVAILABLE,
                        aSecond),
                arguments(
                        "endless Retry-After",
                        StandInWikipedia.status("503 Service Unavailable", "Retry-After: 999999999"),
                        Failure.UNAVAILABLE,
                        Duration.ofHours(1)),
                arguments(
                        "unreadable Retry-After",
                        StandInWikipedia.status("429 Too Many Requests", "Retry-After: later"),
                        Failure.UNAVAILABLE,
                        fiveSeconds),
                arguments("503", StandInWikipedia.status("503 Service Unavailable"), Failure.UNAVAILABLE, aSecond),
                arguments(
                        "maxlag",
                        StandInWikipedia.json("{\"error\":{\"code\":\"maxlag\"}}", "Retry-After: 9"),
                        Failure.UNAVAILABLE,
                        Duration.ofSeconds(9)),
                arguments(
                        "ratelimited",
                        StandInWikipedia.json("{\"error\":{\"code\":\"ratelimited\"}}"),
                        Failure.UNAVAILABLE,
                        fiveSeconds),
                arguments(
                        "API error", StandInWikipedia.json("{\"error\":{\"code\":\"badvalue\"}}"), Failure.ERROR, none),
                arguments("500", StandInWikipedia.status("500 Internal Server Error"), Failure.ERROR, none),
                arguments("403", StandInWikipedia.status("403 Forbidden"), Failure.ERROR, none),
                arguments("504", StandInWikipedia.status("504 Gateway Timeout"), Failure.TIMEOUT, none),
                arguments("HTML", StandInWikipedia.status("200 OK"), Failure.ERROR, none),
                arguments(
                        "wrong type",
                        StandInWikipedia.answer("200 OK", "text/plain", "{\"batchcomplete\":true}"),
                        Failure.ERROR,
                        none),
                arguments("empty body", StandInWikipedia.json(""), Failure.ERROR, none),
                arguments("null", StandInWikipedia.json("null"), Failure.ERROR, none),
                arguments("a list", StandInWikipedia.json("[]"), Failure.ERROR, none),
                arguments("other JSON", StandInWikipedia.json("{\"status\":\"fine\"}"), Failure.ERROR, none),
                arguments(
                        "pages of a wrong shape",
                        StandInWikipedia.json("{\"query\":{\"pages\":{\"7\":{}}}}"),
                        Failure.ERROR,
                        none),
                arguments(
                        "page without title",
                        StandInWikipedia.json("{\"query\":{\"pages\":[{\"extract\":\"Words.\"}]}}"),
                        Failure.ERROR,
                        none),
                arguments("cut", StandInWikipedia.cut(), Failure.ERROR, none),
                arguments("flood", StandInWikipedia.flood(), Failure.ERROR, none),
                arguments("gzip bomb", StandInWikipedia.bomb(), Failure.ERROR, none),
                arguments("redirect to nowhere", StandInWikipedia.status("302 Found"), Failure.ERROR, none),
                arguments("no HTTP", StandInWikipedia.noHttp(), Failure.ERROR, none));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void findWhenWikipediaFailsExpectItsKindOfFailure(String name, Answer fault, Failure failure, Duration retryAfter) {
        wikipedia.answer(fault);
        Encyclopedia encyclopedia = encyclopedia();
        EncyclopediaException thrown =
                catchThrowableOfType(EncyclopediaException.class, () -> encyclopedia.find(HAMMER));
        assertThat(thrown.failure()).isEqualTo(failure);
        assertThat(thrown.retryAfter()).isEqualTo(retryAfter);
    }

    @Test
    void findWhenWikipediaHasMovedExpectArticle() {
        wikipedia.answer(
                StandInWikipedia.redirect("/elsewhere"), StandInWikipedia.page("Hammer", "A tool that was moved."));
        assertThat(encyclopedia().find(HAMMER)).isPresent();
    }

    @Test
    void findWhenRedirectsNeverEndExpectErrorAfterFewRequests() {
        wikipedia.answer(StandInWikipedia.redirect("/w/api.php"));
        Encyclopedia encyclopedia = encyclopedia();
        assertThat(catchThrowableOfType(EncyclopediaException.class, () -> encyclopedia.find(HAMMER))
                        .failure())
                .isEqualTo(Failure.ERROR);
        assertThat(wikipedia.requests()).hasSize(3);
    }

    static Stream<Arguments> slowAnswers() {
        return Stream.of(arguments("silence", StandInWikipedia.silence()), arguments("drip", StandInWikipedia.drip()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowAnswers")
    void findWhenWikipediaTakesLongerThanDeadlineExpectTimeout(String name, Answer slow) {
        wikipedia.answer(slow);
        Encyclopedia encyclopedia = encyclopedia(settings(Duration.ofMillis(300)));
        assertThat(catchThrowableOfType(EncyclopediaException.class, () -> encyclopedia.find(HAMMER))
                        .failure())
                .isEqualTo(Failure.TIMEOUT);
    }

    @Test
    void findWhenConnectionIsRefusedExpectUnavailable() {
        Encyclopedia encyclopedia = encyclopedia();
        wikipedia.close();
        EncyclopediaException thrown =
                catchThrowableOfType(EncyclopediaException.class, () -> encyclopedia.find(HAMMER));
        assertThat(thrown.failure()).isEqualTo(Failure.UNAVAILABLE);
        assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void findWhenWikipediaRecoversExpectArticle() {
        wikipedia.answer(StandInWikipedia.cut(), StandInWikipedia.page("Hammer", "A tool."));
        Encyclopedia encyclopedia = encyclopedia();
        catchThrowableOfType(EncyclopediaException.class, () -> encyclopedia.find(HAMMER));
        assertThat(encyclopedia.find(HAMMER)).isPresent();
    }
}
