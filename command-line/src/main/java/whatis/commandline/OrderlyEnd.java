package whatis.commandline;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a signal end the process between two steps only: libtorch crashes where it is taken down while it computes. Close it
 * when the work is done. For one thread.
 */
final class OrderlyEnd implements AutoCloseable {

    /** Beyond, a crash is better than a process that doesn't end. */
    private static final int PATIENCE_SECONDS = 10;

    /** Fair, so that whoever ends the process comes before the next step. */
    private final Semaphore working = new Semaphore(1, true);

    private final Thread ending = new Thread(this::end, "orderly-end");

    OrderlyEnd() {
        working.acquireUninterruptibly();
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /** Tells that a step is over and another begins, which it never does if the process is to end. */
    void nextStep() {
        working.release();
        working.acquireUninterruptibly();
    }

    private void end() {
        try {
            // Never given back. If a step takes too long, the process ends in the middle of it.
            var unused = working.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        working.release();
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // The process is ending: the work was done just in time.
        }
    }
}
