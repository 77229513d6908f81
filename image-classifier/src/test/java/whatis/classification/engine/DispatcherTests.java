package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTests {

    private final Dispatcher dispatcher = new Dispatcher();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        dispatcher.close(() -> {});
    }

    @Test
    void workWhenCalledAlwaysRunsOnTheSameThread() {
        Thread first = dispatcher.call(Thread::currentThread);
        assertThat(dispatcher.call(Thread::currentThread)).isSameAs(first).isNotSameAs(Thread.currentThread());
    }

    @Test
    void failureWhenWorkThrowsReachesTheCaller() {
        IllegalArgumentException failure = new IllegalArgumentException("no");
        assertThatThrownBy(() -> dispatcher.call(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(dispatcher.call(() -> "yes")).isEqualTo("yes");
    }

    @Test
    void workWhenItsCallerGaveUpIsDropped() throws InterruptedException {
        block();
        AtomicBoolean ran = new AtomicBoolean();
        assertThatThrownBy(() -> dispatcher.call(() -> ran.getAndSet(true), Duration.ofMillis(10)))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessage("The image was not classified within 10 ms.");
        release.countDown();
        assertThat(dispatcher.call(() -> "next")).isEqualTo("next");
        assertThat(ran).isFalse();
    }

    @Test
    void workWhenItsCallerIsInterruptedIsDropped() throws InterruptedException {
        block();
        AtomicBoolean ran = new AtomicBoolean();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> dispatcher.call(() -> ran.getAndSet(true))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        release.countDown();
        assertThat(dispatcher.call(() -> "next")).isEqualTo("next");
        assertThat(ran).isFalse();
    }

    @Test
    void acceptedWorkWhenClosedIsFinishedFirst() throws InterruptedException {
        AtomicBoolean worked = new AtomicBoolean();
        AtomicBoolean lastSawWork = new AtomicBoolean();
        Thread caller = new Thread(() -> dispatcher.call(() -> worked.getAndSet(true)));
        caller.start();
        caller.join();
        dispatcher.close(() -> lastSawWork.set(worked.get()));
        assertThat(lastSawWork).isTrue();
        assertThatThrownBy(() -> dispatcher.call(() -> "late")).isInstanceOf(IllegalStateException.class);
    }

    /** Keeps the dispatcher's thread busy until the release. */
    private void block() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        new Thread(() -> dispatcher.call(() -> {
                    started.countDown();
                    release.await();
                    return 0;
                }))
                .start();
        started.await();
    }
}
