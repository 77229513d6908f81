package whatis.classification.timing;

import java.time.Duration;

/**
 * When a caller gives up waiting for an image. Safe for use by many threads.
 *
 * @param patience how long the caller waits in all
 * @param begin the {@link System#nanoTime} at which it began to wait
 */
public record Deadline(Duration patience, long begin) {

    /** Begins to wait. */
    public static Deadline in(Duration patience) {
        return new Deadline(patience, System.nanoTime());
    }

    /** Returns how much time is left; zero or less once the deadline has passed. */
    public Duration left() {
        return patience.minusNanos(System.nanoTime() - begin);
    }

    /** Returns whether the caller has given up. */
    public boolean hasPassed() {
        Duration left = left();
        return left.isZero() || left.isNegative();
    }

    /** Returns what to throw when time is up. */
    public DeadlineExceededException exceeded() {
        return new DeadlineExceededException(patience);
    }
}
