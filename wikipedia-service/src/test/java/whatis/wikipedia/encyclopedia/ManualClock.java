package whatis.wikipedia.encyclopedia;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Shows the time that a test sets. */
final class ManualClock implements InstantSource, TimeMeter {

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long currentTimeNanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
