package whatis.wikipedia.encyclopedia;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Shows the time that a test sets. */
final class ManualClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    long nanoTime() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }
}
