package whatis.batch;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far a batch is: on a terminal on a line that is written anew, elsewhere on a line every half a minute. Safe for use
 * by many threads.
 */
final class BatchProgress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long between;
    private long shownNanos;
    private long firstNanos;
    private long firstDone;

    BatchProgress(PrintWriter err, boolean terminal) {
        this(err, terminal, System::nanoTime);
    }

    BatchProgress(PrintWriter err, boolean terminal, LongSupplier nanoTime) {
        this.err = err;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.between = (terminal ? BETWEEN_LOOKS : BETWEEN_LINES).toNanos();
        // A terminal shows the first state at once.
        this.shownNanos = nanoTime.getAsLong() - (terminal ? between : 0);
    }

    /** Says what the user should know now. */
    synchronized void say(String message) {
        clear();
        err.println("whatis: " + message);
        err.flush();
    }

    /**
     * Takes note of where the batch is, which may be told as often as it changes.
     *
     * @param of all images
     * @param found images that had been done before
     * @param done images of this run
     */
    synchronized void at(long of, long found, long done, long errors) {
        long now = nanoTime.getAsLong();
        if (firstDone == 0) {
            // Executors tell of their first images late, together.
            firstDone = done;
            firstNanos = now;
        }
        if (now - shownNanos < between) {
            return;
        }
        shownNanos = now;
        String text = "%d of %d images, %d errors".formatted(found + done, of, errors);
        if (done > firstDone && now > firstNanos) {
            double perSecond = (done - firstDone) * 1e9 / (now - firstNanos);
            Duration left = Duration.ofMillis((long) (Math.max(0, of - found - done) / perSecond * 1e3));
            text += String.format(Locale.ROOT, ", %.1f a second, %s left", perSecond, Durations.inWords(left));
        }
        if (terminal) {
            err.print(ERASE_LINE + text);
            err.flush();
        } else {
            say(text);
        }
    }

    /** Takes away the line of a terminal. */
    synchronized void clear() {
        if (terminal) {
            err.print(ERASE_LINE);
            err.flush();
        }
    }
}
