package whatis.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalProgressTests {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong clock = new AtomicLong();

    @Test
    void lineWhenHalfIsThereShowsRateAndTimeLeft() {
        DownloadProgress progress = TerminalProgress.on(terminal, true, clock::get);
        progress.started("model.safetensors", 300_000_000, 0);
        secondsPass(10);
        progress.at(100_000_000);

        assertThat(printed()).isEqualTo("\rmodel.safetensors: 100.0 MB of 300.0 MB, 10.0 MB/s, 20 s left\u001b[K");
    }

    @Test
    void rateWhenTheDownloadIsTakenUpCountsNewBytesOnly() {
        DownloadProgress progress = TerminalProgress.on(terminal, true, clock::get);
        progress.started("model.safetensors", 300_000_000, 200_000_000);
        secondsPass(10);
        progress.at(250_000_000);

        assertThat(printed()).contains("250.0 MB of 300.0 MB, 5.0 MB/s, 10 s left");
    }

    @Test
    void rateWhenTheDownloadStartsAgainStartsAgain() {
        DownloadProgress progress = TerminalProgress.on(terminal, true, clock::get);
        progress.started("model.safetensors", 300_000_000, 200_000_000);
        secondsPass(10);
        progress.at(0);
        secondsPass(1);
        progress.at(2_000_000);

        assertThat(printed()).endsWith("2.0 MB of 300.0 MB, 2.0 MB/s, 149 s left\u001b[K");
    }

    @Test
    void lineWhenBytesComeFastIsRewrittenSeldom() {
        DownloadProgress progress = TerminalProgress.on(terminal, true, clock::get);
        progress.started("model.safetensors", 300_000_000, 0);
        for (int i = 1; i <= 1000; i++) {
            clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
            progress.at(i * 300_000L);
        }
        progress.ended();

        assertThat(printed().split("\r")).hasSizeLessThan(8);
        assertThat(printed()).endsWith("300.0 MB of 300.0 MB, 300.0 MB/s\u001b[K" + System.lineSeparator());
    }

    @Test
    void lineWhenTheFileIsSmallIsNotShown() {
        DownloadProgress progress = TerminalProgress.on(terminal, true, clock::get);
        progress.started("config.json", 70_000, 0);
        secondsPass(10);
        progress.at(70_000);
        progress.ended();

        assertThat(printed()).isEmpty();
    }

    @Test
    void lineWhenTheSizeIsUnknownShowsWhatIsThere() {
        DownloadProgress progress = TerminalProgress.on(terminal, true, clock::get);
        progress.started("model.safetensors", RemoteFile.UNKNOWN_SIZE, 0);
        secondsPass(10);
        progress.at(100_000_000);

        assertThat(printed()).isEqualTo("\rmodel.safetensors: 100.0 MB, 10.0 MB/s\u001b[K");
    }

    @Test
    void lineWhenThereIsNoTerminalIsNotShown() {
        DownloadProgress progress = TerminalProgress.on(terminal, false, clock::get);
        progress.started("model.safetensors", 300_000_000, 0);
        secondsPass(10);
        progress.at(300_000_000);
        progress.ended();

        assertThat(printed()).isEmpty();
    }

    private void secondsPass(int seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
