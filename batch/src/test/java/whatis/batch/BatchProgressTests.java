package whatis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchProgressTests {

    private final StringWriter err = new StringWriter();
    private long now = TimeUnit.SECONDS.toNanos(5);

    private BatchProgress progress(boolean terminal) {
        return new BatchProgress(new PrintWriter(err), terminal, () -> now);
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void atWhenImagesAreDoneExpectRateAndTimeLeft() {
        BatchProgress progress = progress(true);
        progress.at(10_000, 1_000, 0, 0);
        pass(60);
        progress.at(10_000, 1_000, 500, 0);
        pass(100);
        progress.at(10_000, 1_000, 2_500, 3);
        assertThat(err.toString()).endsWith("\u001b[K3500 of 10000 images, 3 errors, 20.0 a second, 5 min 25 s left");
    }

    @Test
    void atWhenNoImageIsDoneExpectNoRate() {
        progress(true).at(10, 0, 0, 0);
        assertThat(err.toString()).endsWith("0 of 10 images, 0 errors");
    }

    @Test
    void atWhenThereIsNoTerminalExpectALineEveryHalfAMinute() {
        BatchProgress progress = progress(false);
        for (int second = 0; second < 65; second++) {
            pass(1);
            progress.at(100, 0, 0, 0);
        }
        assertThat(err.toString().lines())
                .containsExactly("whatis: 0 of 100 images, 0 errors", "whatis: 0 of 100 images, 0 errors");
    }
}
