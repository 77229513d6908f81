package whatis.classification.timing;

import java.time.Duration;

/** How fast threads that work side by side are together, by their latest work. Safe for use by many threads. */
public final class Pace {

    /** Weight of the newest work in the mean. */
    private static final double NEWEST = 0.1;

    private double secondsPerImage;

    /**
     * Takes work into account.
     *
     * @param images how many images it was, one micro-batch for instance
     * @param running how many threads did such work at that time, this one included
     */
    public synchronized void add(Duration elapsed, int images, int running) {
        double seconds = elapsed.toNanos() / 1e9 / images / running;
        secondsPerImage = secondsPerImage == 0 ? seconds : secondsPerImage + NEWEST * (seconds - secondsPerImage);
    }

    /** Returns the mean time from one image's end to the next one's while there is work; zero if nothing is known. */
    public synchronized Duration timePerImage() {
        return Duration.ofNanos((long) (secondsPerImage * 1e9));
    }
}
