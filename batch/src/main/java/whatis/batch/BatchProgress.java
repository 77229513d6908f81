package whatis.batch;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how far a batch is: on a terminal on a line that is written anew, elsewhere on a line every half a minute. For one
 * thread.
 */
final class BatchProgress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private long firstNanos;
    private long linesNanos = System.nanoTime();

    BatchProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Says what the user should know now. */
    void say(String message) {
        clear();
        err.println("whatis: " + message);
        err.flush();
    }

    /**
     * Takes note of where the batch is.
     *
     * @param of all images
     * @param found images that had been done before
     * @param done images of this run
     */
    void at(long of, long found, long done, long errors) {
        long now = System.nanoTime();
        if (done == 0) {
            firstNanos = now;
        }
        String text = text(of, found, done, errors, Duration.ofNanos(now - firstNanos));
        if (terminal) {
            err.print(ERASE_LINE + text);
            err.flush();
        } else if (now - linesNanos > BETWEEN_LINES.toNanos()) {
            linesNanos = now;
            say(text);
        }
    }

    static String text(long of, long found, long done, long errors, Duration time) {
        String text = "%d of %d images, %d errors".formatted(found + done, of, errors);
        if (done == 0 || time.isZero()) {
            return text;
        }
        double perSecond = done * 1e9 / time.toNanos();
        Duration left = Duration.ofMillis((long) (Math.max(0, of - found - done) / perSecond * 1e3));
        return text + String.format(Locale.ROOT, ", %.1f a second, %s left", perSecond, Durations.inWords(left));
    }

    void clear() {
        if (terminal) {
            err.print(ERASE_LINE);
            err.flush();
        }
    }
}
