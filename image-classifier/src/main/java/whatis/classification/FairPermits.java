package whatis.classification;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import whatis.classification.timing.Deadline;
import whatis.classification.timing.DeadlineExceededException;

/**
 * Lends permits in the order of arrival: a caller that wants many waits only for those before it, and one that wants few
 * never gets past it, though enough may be free. So nobody waits for ever. Safe for use by many threads.
 */
final class FairPermits {

    private final Semaphore permits;

    FairPermits(int permits) {
        this.permits = new Semaphore(permits, true);
    }

    /**
     * Takes permits, which are to be given back.
     *
     * @param count at most as many as there are
     * @throws DeadlineExceededException if they can't be had in time
     * @throws CancellationException if the calling thread is interrupted; its interrupt status stays set
     */
    void take(int count, Deadline deadline) {
        try {
            if (!permits.tryAcquire(count, deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw deadline.exceeded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        }
    }

    void giveBack(int count) {
        permits.release(count);
    }
}
