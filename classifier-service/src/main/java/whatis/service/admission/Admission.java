package whatis.service.admission;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;

/**
 * Bounds the work: lets in so many images as can be answered in time, and tells the others at once when to come back. A
 * request is accepted when it begins, and takes a place once its image has arrived, so that slow uploads keep nobody out.
 * Closed at first. Safe for use by many threads.
 */
public final class Admission {

    private final int requests;
    private final Duration patience;
    private int accepted;
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
     * Accepts a request, whose end has to be told, if it would be let in.
     *
     * @param timePerImage the time from one answer to the next while there is more than enough to do
     * @throws ProblemException if there is no room, if its turn would come too late, or while it is closed
     */
    synchronized void accept(Duration timePerImage) {
        if (closed) {
            throw new ProblemException(Problem.STOPPING, Duration.ofSeconds(1));
        }
        checkRoom(timePerImage);
        accepted++;
    }

    /** Tells that a request has ended that was accepted. */
    synchronized void end() {
        accepted--;
        notifyAll();
    }

    /**
     * Lets an accepted request in, which has to leave again.
     *
     * @param timePerImage as on accepting
     * @throws ProblemException if there is no room, or if its turn would come too late
     */
    synchronized void enter(Duration timePerImage) {
        checkRoom(timePerImage);
        inside++;
    }

    synchronized void leave() {
        inside--;
    }

    private void checkRoom(Duration timePerImage) {
        Duration wait = expectedWait(timePerImage);
        if (inside >= requests || wait.compareTo(patience) > 0) {
            throw new ProblemException(Problem.OVERLOADED, wait);
        }
    }

    /** Returns how many requests are inside. */
    public synchronized int inside() {
        return inside;
    }

    /** Returns how many requests have been accepted whose images are still arriving, or whose answers leaving. */
    synchronized int outside() {
        return accepted - inside;
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

    /** Accepts nobody any more and waits until all accepted requests have ended. */
    synchronized void close(Duration timeout) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + timeout.toNanos();
        long left = timeout.toNanos();
        while (accepted > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
    }
}
