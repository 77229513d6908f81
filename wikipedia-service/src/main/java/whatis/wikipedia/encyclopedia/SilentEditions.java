package whatis.wikipedia.encyclopedia;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps editions that don't answer from using up what is there for all: turns, and requests a minute. Such an edition is
 * tried by one caller at a time, less often with every silence. The first silence counts for an accident. Safe for use by
 * many threads.
 */
final class SilentEditions {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Three of the ten requests a minute of a client without a contact. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /**
     * @param pause between two tries; zero after the first silence
     * @param next when the next try is due, in nanoseconds
     */
    private record Silence(Duration pause, long next) {

        Duration remaining(long now) {
            return Duration.ofNanos(Math.max(0, next - now));
        }
    }

    private final LongSupplier nanoTime;
    private final Map<String, Silence> silences = new ConcurrentHashMap<>();

    /** @param nanoTime a clock like {@link System#nanoTime} */
    SilentEditions(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns how long an edition is left alone; zero when a caller may try. */
    Duration remaining(String edition) {
        Silence silence = silences.get(edition);
        return silence == null ? Duration.ZERO : silence.remaining(nanoTime.getAsLong());
    }

    /** Returns zero to a caller that is to ask an edition, and to others how long they have to wait. */
    Duration claim(String edition) {
        long now = nanoTime.getAsLong();
        Silence silence = silences.get(edition);
        while (silence != null && silence.remaining(now).isZero()) {
            Silence claimed = new Silence(silence.pause(), now + silence.pause().toNanos());
            if (silences.replace(edition, silence, claimed)) {
                return Duration.ZERO;
            }
            silence = silences.get(edition);
        }
        return silence == null ? Duration.ZERO : silence.remaining(now);
    }

    void silent(String edition) {
        long now = nanoTime.getAsLong();
        silences.merge(edition, new Silence(Duration.ZERO, now), (before, first) -> {
            Duration pause = longer(before.pause());
            return new Silence(pause, now + pause.toNanos());
        });
    }

    void answered(String edition) {
        silences.remove(edition);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(SHORTEST) < 0 ? SHORTEST : twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }
}
