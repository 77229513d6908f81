package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

class CachingEncyclopediaTests extends EncyclopediaContract {

    private static final CacheSettings SETTINGS =
            new CacheSettings(Duration.ofHours(24), Duration.ofHours(1), Duration.ofDays(7), DataSize.ofMegabytes(1));

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final List<Lookup> asked = new ArrayList<>();

    private Optional<String> text = Optional.of("A tool.");
    private boolean down;

    private final Encyclopedia caching = new CachingEncyclopedia(this::answer, SETTINGS, registry, clock);

    @Override
    Encyclopedia encyclopedia(WikipediaSettings settings) {
        return new CachingEncyclopedia(new JwikiEncyclopedia(settings, "whatis/1", clock), SETTINGS, registry, clock);
    }

    private Optional<Article> answer(Lookup lookup) {
        asked.add(lookup);
        if (down) {
            throw EncyclopediaException.timeout("down");
        }
        return text.map(words ->
                new Article("Hammer", URI.create("https://wiki.example/Hammer"), words, "en", false, clock.instant()));
    }

    @Test
    void findWhenAskedAgainWithinADayExpectMemory() {
        Optional<Article> first = caching.find(HAMMER);
        clock.advance(Duration.ofHours(23));
        assertThat(caching.find(HAMMER)).isEqualTo(first);
        assertThat(asked).hasSize(1);
    }

    @Test
    void findWhenArticleIsADayOldExpectANewOne() {
        caching.find(HAMMER);
        clock.advance(Duration.ofHours(24));
        text = Optional.of("A better tool.");
        assertThat(caching.find(HAMMER)).get().extracting(Article::text).isEqualTo("A better tool.");
    }

    @Test
    void originsWhenWikipediaFailsExpectEachCounted() {
        caching.find(HAMMER);
        caching.find(HAMMER);
        clock.advance(Duration.ofHours(25));
        down = true;
        caching.find(HAMMER);
        assertThat(answersFrom("wikipedia")).isEqualTo(1);
        assertThat(answersFrom("cache")).isEqualTo(1);
        assertThat(answersFrom("stale_cache")).isEqualTo(1);
    }

    private double answersFrom(String origin) {
        return registry.get("whatis.articles").tag("origin", origin).counter().count();
    }

    @Test
    void findWhenLookupDiffersExpectAnotherQuestion() {
        caching.find(HAMMER);
        caching.find(lookup("de", "hammer", Extent.OPENING));
        caching.find(lookup("en", "hammer", Extent.WHOLE));
        assertThat(asked).hasSize(3);
    }

    @Test
    void findWhenNothingWasFoundExpectMemoryForAnHour() {
        text = Optional.empty();
        caching.find(HAMMER);
        clock.advance(Duration.ofMinutes(59));
        assertThat(caching.find(HAMMER)).isEmpty();
        assertThat(asked).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        text = Optional.of("A tool after all.");
        assertThat(caching.find(HAMMER)).isPresent();
    }

    @Test
    void findWhenArticleHasNoTextExpectMemoryForAnHour() {
        text = Optional.of("");
        caching.find(HAMMER);
        clock.advance(Duration.ofMinutes(59));
        assertThat(caching.find(HAMMER)).isPresent();
        assertThat(asked).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        text = Optional.of("A tool after all.");
        assertThat(caching.find(HAMMER)).get().extracting(Article::text).isEqualTo("A tool after all.");
    }

    @Test
    void findWhenSourceIsDownExpectOldArticleForAWeek() {
        Optional<Article> first = caching.find(HAMMER);
        down = true;
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(caching.find(HAMMER)).isEqualTo(first);

        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> caching.find(HAMMER)).isInstanceOf(EncyclopediaException.class);
    }

    @Test
    void findWhenSourceIsDownExpectNoOldMiss() {
        text = Optional.empty();
        caching.find(HAMMER);
        down = true;
        clock.advance(Duration.ofHours(2));
        assertThatThrownBy(() -> caching.find(HAMMER)).isInstanceOf(EncyclopediaException.class);
    }

    @Test
    void findWhenSourceComesBackExpectANewArticle() {
        caching.find(HAMMER);
        clock.advance(Duration.ofDays(2));
        down = true;
        caching.find(HAMMER);
        down = false;
        text = Optional.of("A better tool.");
        assertThat(caching.find(HAMMER)).get().extracting(Article::text).isEqualTo("A better tool.");
    }

    @Test
    void findWhenSourceFailsExpectFailureNotRemembered() {
        down = true;
        assertThatThrownBy(() -> caching.find(HAMMER)).isInstanceOf(EncyclopediaException.class);
        down = false;
        assertThat(caching.find(HAMMER)).isPresent();
    }

    @Test
    @Timeout(60)
    void findWhenManyAskAtOnceExpectOneQuestionAndOneAnswer() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(1);
        CompletableFuture<Optional<Article>> answer = new CompletableFuture<>();
        Encyclopedia slow = new CachingEncyclopedia(
                lookup -> {
                    asked.add(lookup);
                    underWay.countDown();
                    return answer.join();
                },
                SETTINGS,
                registry,
                clock);
        List<CompletableFuture<Optional<Article>>> callers = new ArrayList<>();
        callers.add(ask(slow));
        underWay.await();
        for (int i = 0; i < 9; i++) {
            callers.add(ask(slow));
        }
        Optional<Article> article = answer(HAMMER);
        asked.remove(HAMMER);
        answer.complete(article);
        assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isEqualTo(article));
        assertThat(asked).hasSize(1);
    }

    private static CompletableFuture<Optional<Article>> ask(Encyclopedia encyclopedia) {
        return CompletableFuture.supplyAsync(() -> encyclopedia.find(HAMMER), task -> new Thread(task).start());
    }
}
