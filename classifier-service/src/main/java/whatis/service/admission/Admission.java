package whatis.service.admission;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;

/**
 * Bounds the work: lets in so many requests as can be answered in time and held in memory, and tells the others at once
 * when to come back. Closed at first. Safe for use by many threads.
 */
public final class Admission {

    private final int requests;
    private final long memory;
    private final Duration patience;
    private int inside;
    private long held;
    private boolean closed = true;

    /**
     * @param requests the most requests inside
     * @param memory how many bytes they may hold together; a lone one holds what it needs
     * @param patience how long a request may wait for those before it
     */
    Admission(int requests, long memory, Duration patience) {
        this.requests = requests;
        this.memory = memory;
        this.patience = patience;
    }

    /**
     * Lets a request in, which has to leave again.
     *
     * @param bytes how many bytes the request will hold
     * @param timePerImage the time from one answer to the next while there is more than enough to do
     * @throws ProblemException if there is no room, if its turn would come too late, or while it is closed
     */
    synchronized void enter(long bytes, Duration timePerImage) {
        if (closed) {
            throw new ProblemException(Problem.STOPPING, Duration.ofSeconds(1));
        }
        Duration wait = expectedWait(timePerImage);
        boolean full = inside >= requests || held > 0 && held + bytes > memory;
        if (full || wait.compareTo(patience) > 0) {
            throw new ProblemException(Problem.OVERLOADED, wait);
        }
        inside++;
        held += bytes;
    }

    /** Returns how many requests are inside. */
    public synchronized int inside() {
        return inside;
    }

    /** @param bytes as on entering */
    synchronized void leave(long bytes) {
        inside--;
        held -= bytes;
        notifyAll();
    }

    /**
     * Returns how long a newcomer would wait for those inside.
     *
     * @param timePerImage the time from one answer to the next while there is more than enough to do
     */
    public synchronized Duration expectedWait(Duration timePerImage) {
        return timePerImage.multipliedBy(inside);
    }

    synchronized void open() {
        closed = false;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Lets nobody in any more and waits until all have left. */
    synchronized void close(Duration timeout) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + timeout.toNanos();
        long left = timeout.toNanos();
        while (inside > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
    }
}
