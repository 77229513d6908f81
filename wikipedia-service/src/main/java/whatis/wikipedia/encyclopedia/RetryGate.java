package whatis.wikipedia.encyclopedia;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Stays closed for as long as a peer asked to be left alone. Safe for use by many threads. */
final class RetryGate {

    private final LongSupplier nanoTime;
    private final AtomicLong opens;

    RetryGate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.opens = new AtomicLong(nanoTime.getAsLong());
    }

    /** Closes the gate for at least this long from now on; an earlier, longer break stays in force. */
    void closeFor(Duration pause) {
        long until = nanoTime.getAsLong() + pause.toNanos();
        opens.accumulateAndGet(until, (now, other) -> other - now > 0 ? other : now);
    }

    /** Returns how long the gate stays closed; zero when it is open. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, opens.get() - nanoTime.getAsLong()));
    }
}
