package whatis.service.admission;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import whatis.service.problem.Problem;
import whatis.service.problem.ProblemException;

/**
 * Bounds the work: lets in so many requests as can be answered in time, and tells the others at once when to come back.
 * Closed at first. Safe for use by many threads.
 */
final class Admission {

    private final int requests;
    private final Duration patience;
    private int inside;
    private boolean closed = true;

    /**
     * @param requests the most requests inside
     * @param patience how long a request may wait for those before it
     */
    Admission(int requests, Duration patience) {
        this.requests = requests;
        this.patience = patience;
    }

    /**
     * Lets a request in, which has to leave again.
     *
     * @param timePerImage the time from one answer to the next while there is more than enough to do
     * @throws ProblemException if there is no room, if its turn would come too late, or while it is closed
     */
    synchronized void enter(Duration timePerImage) {
        if (closed) {
            throw new ProblemException(Problem.STOPPING, Duration.ofSeconds(1));
        }
        Duration wait = timePerImage.multipliedBy(inside);
        if (inside >= requests || wait.compareTo(patience) > 0) {
            throw new ProblemException(Problem.OVERLOADED, wait);
        }
        inside++;
    }

    /** Returns how many requests are inside. */
    synchronized int inside() {
        return inside;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    synchronized void open() {
        closed = false;
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
