package whatis.experiment.variant;

import java.io.PrintStream;
import java.time.Duration;

/** Tells on standard error how far a variant is, every few seconds. Safe for use by many threads. */
public final class Progress {

    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(5);

    private final VariantSettings settings;
    private final int images;
    private final PrintStream err;
    private int done;
    private long nextNews = System.nanoTime() + BETWEEN_NEWS.toNanos();

    /** @param err where it goes */
    public Progress(VariantSettings settings, PrintStream err) {
        this.settings = settings;
        this.images = settings.rows().rows().length;
        this.err = err;
    }

    /** Takes note of an image that is answered. */
    public synchronized void imageDone() {
        done++;
        if (System.nanoTime() > nextNews) {
            say(done + " of " + images + " images");
            nextNews = System.nanoTime() + BETWEEN_NEWS.toNanos();
        }
    }

    /** Says what the user should know now. */
    public void say(String message) {
        err.println("whatis: " + settings.variant() + ": " + message);
    }
}
