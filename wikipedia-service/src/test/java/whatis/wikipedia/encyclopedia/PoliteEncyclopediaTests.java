package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;
import whatis.wikipedia.encyclopedia.EncyclopediaException.Failure;

class PoliteEncyclopediaTests extends EncyclopediaContract {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    Encyclopedia encyclopedia(WikipediaSettings settings) {
        return polite(new JwikiEncyclopedia(settings, "whatis/1", clock), settings.requestsPerMinute());
    }

    private Encyclopedia polite(Encyclopedia peer, int perMinute) {
        return new PoliteEncyclopedia(peer, perMinute, Duration.ZERO, registry, clock);
    }

    private Optional<Article> nothing(Lookup lookup) {
        asked.incrementAndGet();
        return Optional.empty();
    }

    private static EncyclopediaException refusal(Encyclopedia encyclopedia) {
        return catchThrowableOfType(EncyclopediaException.class, () -> encyclopedia.find(HAMMER));
    }

    @Test
    void findWhenMinuteIsSpentExpectRefusalUntilTheNext() {
        Encyclopedia polite = polite(this::nothing, 2);
        polite.find(HAMMER);
        clock.advance(Duration.ofSeconds(20));
        polite.find(HAMMER);

        EncyclopediaException refusal = refusal(polite);
        assertThat(refusal.failure()).isEqualTo(Failure.UNAVAILABLE);
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(40));
        assertThat(asked).hasValue(2);
        assertThat(registry.get("whatis.wikipedia.refusals")
                        .tag("rule", "rate")
                        .counter()
                        .count())
                .isEqualTo(1);

        clock.advance(refusal.retryAfter());
        assertThat(polite.find(HAMMER)).isEmpty();
    }

    @Test
    void findWhenThereIsNoLimitExpectNoRefusal() {
        Encyclopedia polite = polite(this::nothing, Integer.MAX_VALUE);
        for (int i = 0; i < 1_000; i++) {
            polite.find(HAMMER);
        }
        clock.advance(Duration.ofMinutes(5));
        assertThat(polite.find(HAMMER)).isEmpty();
    }

    @Test
    void findWhenPeerWantsABreakExpectNoRequestUntilItIsOver() {
        Encyclopedia polite = polite(
                lookup -> {
                    asked.incrementAndGet();
                    throw EncyclopediaException.unavailable("busy", Duration.ofSeconds(70));
                },
                10);
        refusal(polite);
        clock.advance(Duration.ofSeconds(30));
        assertThat(refusal(polite).retryAfter()).isEqualTo(Duration.ofSeconds(40));
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofSeconds(40));
        refusal(polite);
        assertThat(asked).hasValue(2);
    }

    @Test
    void findWhenOneEditionIsOutOfReachExpectTheOthersAsked() {
        Encyclopedia away = new JwikiEncyclopedia(
                new WikipediaSettings(
                        "http://nowhere.invalid/w/api.php",
                        "",
                        Duration.ofSeconds(20),
                        Duration.ZERO,
                        0,
                        DataSize.ofMegabytes(1)),
                "whatis/1",
                clock);
        Encyclopedia here = new JwikiEncyclopedia(settings(Duration.ofSeconds(20)), "whatis/1", clock);
        wikipedia.answer(StandInWikipedia.page("Hammer", "A tool."));
        AtomicInteger askedAway = new AtomicInteger();
        Encyclopedia polite = polite(
                lookup -> {
                    if (lookup.equals(HAMMER)) {
                        return here.find(lookup);
                    }
                    askedAway.incrementAndGet();
                    return away.find(lookup);
                },
                Integer.MAX_VALUE);
        Lookup german = lookup("de", "Hammer", Extent.OPENING);
        for (int second = 0; second < 60; second++) {
            EncyclopediaException failure =
                    catchThrowableOfType(EncyclopediaException.class, () -> polite.find(german));
            assertThat(failure.failure()).isEqualTo(Failure.UNAVAILABLE);
            assertThat(failure.retryAfter()).isPositive();
            assertThat(polite.find(HAMMER)).isPresent();
            clock.advance(Duration.ofSeconds(1));
        }
        // At once, after it, and after 1, 2, 4, 8, 16 and 20 seconds.
        assertThat(askedAway).hasValueBetween(7, 8);
        assertThat(registry.get("whatis.wikipedia.refusals")
                        .tag("rule", "silence")
                        .counter()
                        .count())
                .isEqualTo(60 - askedAway.get());
    }

    @Test
    @Timeout(60)
    void findWhenThreeAreUnderWayExpectRefusalAndLaterATurn() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(3);
        CountDownLatch finish = new CountDownLatch(1);
        Encyclopedia polite = polite(
                lookup -> {
                    underWay.countDown();
                    await(finish);
                    return Optional.empty();
                },
                10);
        var three = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> polite.find(HAMMER), task -> new Thread(task).start()))
                .limit(3)
                .toList();
        underWay.await();
        assertThat(refusal(polite).failure()).isEqualTo(Failure.UNAVAILABLE);

        finish.countDown();
        three.forEach(CompletableFuture::join);
        assertThat(polite.find(HAMMER)).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
