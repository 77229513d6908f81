package whatis.classification.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The calls into libtorch that are under way. A process crashes, instead of ending, if its libraries are taken down while one of them
 * computes. Safe for use by many threads.
 */
public final class NativeCalls {

    /** Beyond, a crash is better than a process that doesn't end. */
    private static final int PATIENCE_SECONDS = 10;

    /** Calls read-lock it. Who waits to write comes before calls that begin later. */
    private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();

    private static final AtomicBoolean FINISHED_BEFORE_EXIT = new AtomicBoolean();

    private NativeCalls() {}

    /**
     * Lets a signal end this process only between two calls: one that is under way is finished, and no other begins. Not for a process
     * that finishes its work after a signal, such as a service. Further calls change nothing.
     */
    public static void finishBeforeExit() {
        if (!FINISHED_BEFORE_EXIT.getAndSet(true)) {
            Runtime.getRuntime().addShutdownHook(new Thread(NativeCalls::lockForGood, "native-calls"));
        }
    }

    private static void lockForGood() {
        try {
            var locked = LOCK.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins a call, which may be part of another one; the same thread has to {@link #end} it. */
    static void begin() {
        LOCK.readLock().lock();
    }

    static void end() {
        LOCK.readLock().unlock();
    }
}
