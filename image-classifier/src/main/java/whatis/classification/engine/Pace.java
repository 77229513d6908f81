package whatis.classification.engine;

import java.time.Duration;

/** How fast all dispatchers together are, by the latest micro-batches. Safe for use by many threads. */
final class Pace {

    /** Weight of the newest micro-batch in the mean. */
    private static final double NEWEST = 0.1;

    private double secondsPerImage;

    /**
     * Takes a micro-batch into account.
     *
     * @param running how many micro-batches, this one included, shared the CPU
     */
    synchronized void add(Duration elapsed, int images, int running) {
        double seconds = elapsed.toNanos() / 1e9 / images / running;
        secondsPerImage = secondsPerImage == 0 ? seconds : secondsPerImage + NEWEST * (seconds - secondsPerImage);
    }

    /** Returns the mean time from one image's end to the next one's while there is work; zero if nothing is known. */
    synchronized Duration timePerImage() {
        return Duration.ofNanos((long) (secondsPerImage * 1e9));
    }
}
