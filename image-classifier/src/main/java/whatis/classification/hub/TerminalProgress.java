package whatis.classification.hub;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows downloads as a line on stderr that is rewritten in place; where there is no terminal, as one line in the log at
 * the start and one at the end. Small files are passed over.
 */
public final class TerminalProgress implements DownloadProgress {

    private static final Logger log = LoggerFactory.getLogger(TerminalProgress.class);
    private static final long WORTH_SHOWING_BYTES = 1_000_000;
    private static final Duration BETWEEN_REWRITES = Duration.ofMillis(200);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final PrintStream terminal;
    private final boolean interactive;
    private final LongSupplier nanoTime;

    private String file = "";
    private long total;
    private long position;
    private long baseline;
    private long baselineNanos;
    private long shownNanos;

    public TerminalProgress() {
        this(System.err, isTerminal(), System::nanoTime);
    }

    TerminalProgress(PrintStream terminal, boolean interactive, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.interactive = interactive;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void started(String newFile, long newTotal, long present) {
        file = newFile;
        total = newTotal;
        measureFrom(present);
        if (isWorthShowing() && !interactive) {
            log.info("Downloading {}: {}.", file, megabytes(total - present));
        }
    }

    @Override
    public synchronized void at(long bytes) {
        if (bytes < position) {
            measureFrom(bytes);
        }
        position = bytes;
        long now = nanoTime.getAsLong();
        if (isWorthShowing() && interactive && now - shownNanos >= BETWEEN_REWRITES.toNanos()) {
            shownNanos = now;
            rewrite(status(now));
        }
    }

    @Override
    public synchronized void ended() {
        if (!isWorthShowing()) {
            return;
        }
        if (interactive) {
            rewrite(status(nanoTime.getAsLong()));
            terminal.println();
        } else {
            log.info("Downloaded {}: {}.", file, status(nanoTime.getAsLong()));
        }
    }

    private void measureFrom(long bytes) {
        position = bytes;
        baseline = bytes;
        baselineNanos = nanoTime.getAsLong();
        shownNanos = baselineNanos;
    }

    private boolean isWorthShowing() {
        return total >= WORTH_SHOWING_BYTES;
    }

    private String status(long now) {
        double seconds = Math.max(now - baselineNanos, 1) / NANOS_PER_SECOND;
        double rate = (position - baseline) / seconds;
        String remaining = position < total && rate > 0
                ? ", %d s left".formatted(Math.round(Math.ceil((total - position) / rate)))
                : "";
        return "%s of %s, %s/s%s".formatted(megabytes(position), megabytes(total), megabytes(rate), remaining);
    }

    private void rewrite(String status) {
        // Erases to the end of the line, as the new text may be shorter.
        terminal.print("\r" + file + ": " + status + "\u001b[K");
        terminal.flush();
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / BYTES_PER_MEGABYTE);
    }

    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal, too, and this method to ask.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
