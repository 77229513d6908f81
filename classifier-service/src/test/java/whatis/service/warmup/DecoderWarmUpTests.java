package whatis.service.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DecoderWarmUpTests {

    @Test
    @Timeout(60)
    void warmUpWhenTheServiceIsBusyWaits() throws InterruptedException {
        AtomicInteger requests = new AtomicInteger(1);
        CountDownLatch asked = new CountDownLatch(3);
        Thread warmUp = new Thread(new DecoderWarmUp(() -> {
            asked.countDown();
            return requests.get() > 0;
        }));
        warmUp.start();

        asked.await();
        assertThat(warmUp.isAlive()).isTrue();
        requests.set(0);
        warmUp.join();
    }

    @Test
    void warmUpWhenInterruptedEnds() throws InterruptedException {
        Thread warmUp = new Thread(new DecoderWarmUp(() -> true));
        warmUp.start();

        warmUp.interrupt();
        warmUp.join(60_000);
        assertThat(warmUp.isAlive()).isFalse();
    }
}
