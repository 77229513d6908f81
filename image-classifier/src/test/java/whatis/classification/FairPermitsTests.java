package whatis.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import whatis.classification.timing.Deadline;
import whatis.classification.timing.DeadlineExceededException;

class FairPermitsTests {

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FairPermits permits = new FairPermits(10);

    private void take(int count, Duration timeout) {
        permits.take(count, Deadline.in(timeout));
    }

    /** Starts a thread that takes permits and keeps them, and returns once it waits for them. */
    private Thread waiting(int count) throws InterruptedException {
        Thread thread = new Thread(() -> take(count, LONG));
        thread.setUncaughtExceptionHandler((interrupted, cancellation) -> {});
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.isAlive()).isTrue();
            Thread.sleep(1);
        }
        return thread;
    }

    private void assertTaken(int count) {
        assertThatExceptionOfType(DeadlineExceededException.class).isThrownBy(() -> take(count, SHORT));
    }

    @Test
    void takeWhenTooFewAreLeftFailsAtItsDeadline() {
        take(7, SHORT);
        assertTaken(4);
        assertThatCode(() -> take(3, SHORT)).doesNotThrowAnyException();
    }

    @Test
    void takeWhenDeadlineHasPassedFails() {
        take(10, SHORT);
        assertThatExceptionOfType(DeadlineExceededException.class)
                .isThrownBy(() -> permits.take(1, new Deadline(SHORT, System.nanoTime() - LONG.toNanos())));
    }

    @Test
    void takeWhenOthersGiveBackGoesOn() throws InterruptedException {
        take(10, SHORT);
        Thread large = waiting(8);
        permits.giveBack(10);
        large.join();
        assertTaken(3);
        take(2, SHORT);
    }

    @Test
    void takeWhenSomebodyWaitsForManyDoesNotGetPast() throws InterruptedException {
        take(5, SHORT);
        Thread large = waiting(10);
        assertTaken(1);
        permits.giveBack(5);
        large.join();
    }

    @Test
    void takeWhenThoseBeforeGiveUpGoesOn() throws InterruptedException {
        take(5, SHORT);
        Thread large = waiting(10);
        Thread small = waiting(5);
        large.interrupt();
        large.join();
        small.join();
        assertTaken(1);
    }

    @Test
    void takeWhenInterruptedIsCancelled() {
        take(10, SHORT);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> take(1, LONG));
        assertThat(Thread.interrupted()).isTrue();
    }
}
