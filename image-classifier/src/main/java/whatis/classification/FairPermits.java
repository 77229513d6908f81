package whatis.classification;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import whatis.classification.engine.DeadlineExceededException;

/**
 * Lends permits in the order of arrival: who wants many waits only for those before it, and who wants few never gets past
 * it, though enough may be free. So nobody waits for ever. Safe for use by many threads.
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
     * @param begin the {@link System#nanoTime} from which the timeout counts
     * @throws DeadlineExceededException if they can't be had in time
     * @throws CancellationException if the calling thread is interrupted; its interrupt status stays set
     */
    void take(int count, long begin, Duration timeout) {
        try {
            long left = timeout.toNanos() - (System.nanoTime() - begin);
            if (!permits.tryAcquire(count, left, TimeUnit.NANOSECONDS)) {
                throw new DeadlineExceededException(timeout);
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
