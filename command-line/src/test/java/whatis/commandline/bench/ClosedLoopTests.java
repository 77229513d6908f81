package whatis.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ClosedLoopTests {

    private static final Duration TIME = Duration.ofSeconds(1);

    private final ClosedLoop loop = new ClosedLoop(List.of(new byte[1], new byte[2]), Duration.ZERO, TIME);

    @Test
    void clientsWhenSeveralAskAtTheSameTime() throws Exception {
        CountDownLatch all = new CountDownLatch(3);

        Round round = loop.run(
                target(picture -> {
                    all.countDown();
                    all.await();
                    Thread.sleep(1);
                }),
                3,
                (clients, passed) -> {});

        assertThat(round.clients()).isEqualTo(3);
        assertThat(round.answers()).isPositive();
        assertThat(round.perSecond()).isPositive();
    }

    @Test
    void answersWhenSomeFailAreCountedApart() throws Exception {
        Round round = loop.run(
                target(picture -> {
                    Thread.sleep(1);
                    if (picture.length == 2) {
                        throw UnansweredException.ofStatus(503, 0);
                    }
                }),
                1,
                (clients, passed) -> {});

        assertThat(round.failures()).containsOnlyKeys("HTTP 503");
        assertThat(round.failures().getOrDefault("HTTP 503", 0) - round.answers())
                .isBetween(-1, 1);
    }

    @Test
    void clientsWhenToldToRetryLaterDoSo() throws Exception {
        Round round = loop.run(
                target(picture -> {
                    throw UnansweredException.ofStatus(503, 3600);
                }),
                2,
                (clients, passed) -> {});

        assertThat(round.failures()).isEqualTo(Map.of("HTTP 503", 2));
    }

    @Test
    void answersWhenWithinTheWarmUpDoNotCount() throws Exception {
        AtomicInteger asked = new AtomicInteger();

        Round round = new ClosedLoop(List.of(new byte[1]), TIME, TIME)
                .run(
                        target(picture -> {
                            asked.incrementAndGet();
                            Thread.sleep(1);
                        }),
                        1,
                        (clients, passed) -> {});

        assertThat(round.answers()).isPositive().isLessThan(asked.get());
    }

    @Test
    void answersWhenNoneCameHaveNoLatency() throws Exception {
        Round round =
                loop.run(target(picture -> Thread.sleep(TIME.multipliedBy(2).toMillis())), 1, (clients, passed) -> {});

        assertThat(round).isEqualTo(new Round(1, 0, 0, null, Map.of(), null));
    }

    @Test
    void errorWhenThrownByAClientEndsTheRound() {
        Target broken = target(picture -> {
            throw new OutOfMemoryError("planted");
        });

        assertThatThrownBy(() -> loop.run(broken, 2, (clients, passed) -> {}))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(OutOfMemoryError.class);
    }

    private interface Answering {
        void ask(byte[] picture) throws UnansweredException, InterruptedException;
    }

    private static Target target(Answering answering) {
        return new Target() {
            @Override
            public void ask(byte[] picture) throws UnansweredException, InterruptedException {
                answering.ask(picture);
            }

            @Override
            public Optional<ProcessMemory> memory() {
                return Optional.empty();
            }
        };
    }
}
