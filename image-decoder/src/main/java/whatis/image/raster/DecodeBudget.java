package whatis.image.raster;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that one thread may spend on one picture. Whatever reads, converts or resizes counts its steps here, in every
 * loop whose length a stranger chooses, and ends with an exception once the budget is spent.
 */
public final class DecodeBudget {

    /** Asking the clock takes as long as about a thousand steps, so only one in so many asks. */
    private static final int STEPS_PER_QUESTION = 1 << 16;

    private final long nanoseconds;
    private LongSupplier clock;
    private long start;
    private long spent;
    private long steps;

    private DecodeBudget(Duration budget) {
        this.nanoseconds = budget.toNanos();
        this.clock = clock();
        this.start = clock.getAsLong();
    }

    /** Starts the clock of the calling thread, which must be the one that works. */
    public static DecodeBudget start(Duration budget) {
        return new DecodeBudget(budget);
    }

    /** Prefers the time that the thread ran: no sender is to blame for a busy machine. Virtual threads have none. */
    private static LongSupplier clock() {
        var threads = ManagementFactory.getThreadMXBean();
        boolean counted = threads.isCurrentThreadCpuTimeSupported() && threads.getCurrentThreadCpuTime() >= 0;
        return counted ? threads::getCurrentThreadCpuTime : System::nanoTime;
    }

    /** Stops the clock while the picture only waits. */
    public void pause() {
        spent += clock.getAsLong() - start;
    }

    /** Starts the clock again, that of the calling thread, where it was paused. */
    public void resume() {
        clock = clock();
        start = clock.getAsLong();
    }

    /**
     * Counts work in steps of about a nanosecond each.
     *
     * @throws BudgetSpentException if the budget is spent
     */
    public void work(long steps) {
        this.steps += steps;
        if (this.steps >= STEPS_PER_QUESTION) {
            this.steps = 0;
            if (spent + clock.getAsLong() - start > nanoseconds) {
                throw new BudgetSpentException();
            }
        }
    }
}
