package whatis.service.admission;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import whatis.service.problem.Problem;
import whatis.service.problem.ProblemException;

/**
 * Bounds the work: so many requests get in, and so few of them at a time get a turn at the model, where each may need the
 * memory of a decoded image. Who would wait too long is told at once when to come back. Safe for use by many threads.
 */
public final class Admission {

    /** Weight of the newest image in the mean. */
    private static final double NEWEST = 0.1;

    private final int requests;
    private final int parallel;
    private final Duration patience;
    private final Semaphore turns;
    private int inside;
    private boolean closed;
    private double secondsPerImage;

    /**
     * @param requests the most requests inside
     * @param parallel how many have a turn at the same time
     * @param patience how long a request may wait for its turn
     */
    Admission(int requests, int parallel, Duration patience) {
        this.requests = requests;
        this.parallel = parallel;
        this.patience = patience;
        this.turns = new Semaphore(parallel, true);
    }

    /**
     * Lets a request in, which has to leave again.
     *
     * @throws ProblemException if there is no room, if its turn would come too late, or after the close
     */
    synchronized void enter() {
        if (closed) {
            throw new ProblemException(Problem.STOPPING, Duration.ofSeconds(1));
        }
        if (inside >= requests || expectedWait().compareTo(patience) > 0) {
            throw overloaded();
        }
        inside++;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /**
     * Does work when its turn comes.
     *
     * @throws ProblemException if it doesn't come in time
     * @throws CancellationException if the thread is interrupted; its interrupt status stays set
     */
    public <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        }
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            turns.release();
            measure((System.nanoTime() - begin) / 1e9 / parallel);
        }
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

    private synchronized void measure(double seconds) {
        secondsPerImage = secondsPerImage == 0 ? seconds : secondsPerImage + NEWEST * (seconds - secondsPerImage);
    }

    private synchronized Duration expectedWait() {
        return Duration.ofNanos((long) (turns.getQueueLength() * secondsPerImage * 1e9));
    }

    private synchronized ProblemException overloaded() {
        return new ProblemException(Problem.OVERLOADED, Duration.ofNanos((long) (inside * secondsPerImage * 1e9)));
    }
}
