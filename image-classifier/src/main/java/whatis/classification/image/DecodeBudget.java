package whatis.classification.image;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What one thread may spend on one image: time, and on demand memory. No other thread can stop an ImageIO reader, so
 * whatever reads, converts or resizes counts its steps here, and ends with an exception once the budget is spent.
 */
final class DecodeBudget {

    /** Asking the clock takes as long as about a thousand steps, so only one in so many asks. */
    private static final int STEPS_PER_QUESTION = 1 << 16;

    private final Duration budget;
    private LongSupplier clock;
    private long start;
    private long spentBefore;
    private long memoryLimit = Long.MAX_VALUE;
    private long steps;
    private boolean spent;

    private DecodeBudget(Duration budget) {
        this.budget = budget;
        this.clock = clock();
        this.start = clock.getAsLong();
    }

    /** Starts the clock of the calling thread, which must be the one that works. */
    static DecodeBudget start(Duration budget) {
        return new DecodeBudget(budget);
    }

    /** Prefers the time that the thread ran: no sender is to blame for a busy machine. Virtual threads have none. */
    private static LongSupplier clock() {
        var threads = ManagementFactory.getThreadMXBean();
        boolean counted = threads.isCurrentThreadCpuTimeSupported() && threads.getCurrentThreadCpuTime() >= 0;
        return counted ? threads::getCurrentThreadCpuTime : System::nanoTime;
    }

    /** Stops the clock while the image only waits. */
    void pause() {
        spentBefore += clock.getAsLong() - start;
    }

    /** Starts the clock again, that of the calling thread, where it was paused. */
    void resume() {
        clock = clock();
        start = clock.getAsLong();
    }

    /**
     * Limits what the thread allocates from now on, what was freed included, where the JVM counts that. For readers which
     * take more memory than the header tells.
     */
    void limitMemory(long bytes) {
        memoryLimit = allocated() + bytes;
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                ? Math.max(
                        0,
                        threads.getThreadAllocatedBytes(Thread.currentThread().getId()))
                : 0;
    }

    /** Asks the clock; once spent, a budget stays so. */
    boolean isSpent() {
        spent |= spentBefore + clock.getAsLong() - start > budget.toNanos();
        return spent;
    }

    /**
     * Counts work in steps of about a nanosecond each.
     *
     * @throws UnreadableImageException if the budget is spent
     */
    void work(long steps) {
        this.steps += steps;
        if (this.steps >= STEPS_PER_QUESTION) {
            this.steps = 0;
            check();
        }
    }

    /** @throws UnreadableImageException if the budget is spent */
    void check() {
        if (isSpent()) {
            throw UnreadableImageException.overBudget(budget);
        }
        if (memoryLimit < Long.MAX_VALUE && allocated() > memoryLimit) {
            throw UnreadableImageException.overMemory();
        }
    }
}
