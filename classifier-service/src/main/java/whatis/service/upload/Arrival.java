package whatis.service.upload;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;

/**
 * The body of one request on its way into memory. No thread waits for it, and a slow client costs the bytes that it has sent
 * and at most three times as many again. Used by the threads that read, by the one that looks after all, and by those that
 * answer.
 */
final class Arrival implements ReadListener {

    private static final int FIRST = 16 << 10;

    /** So a client has to send a quarter of what it announces before it gets room for the rest. */
    private static final int GROWTH = 4;

    private static final Duration UNTIL_OTHERS_ARE_READ = Duration.ofSeconds(1);

    private final AsyncContext request;
    private final ServletInputStream in;
    private final int most;
    private final Semaphore memory;
    private final UploadSettings settings;
    private final long begin = System.nanoTime();

    private byte[] bytes = {};
    private int length;
    private int taken;
    private boolean ended;
    private @Nullable ProblemException failure;

    /**
     * @param request dispatched again once the body is there, or won't be
     * @param most the most bytes that the body may have
     * @param memory for all bodies together, in KiB
     */
    Arrival(AsyncContext request, ServletInputStream in, int most, Semaphore memory, UploadSettings settings) {
        this.request = request;
        this.in = in;
        this.most = most;
        this.memory = memory;
        this.settings = settings;
    }

    /** @throws ProblemException if the body is too large, came too slowly, or found no memory */
    synchronized void check() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Hands out the body, once. */
    synchronized byte[] body() {
        byte[] body = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        bytes = new byte[0];
        return body;
    }

    /** Gives up if the client has taken too long as a whole, or for what has come. */
    synchronized void look() {
        Duration passed = Duration.ofNanos(System.nanoTime() - begin);
        Duration paid =
                settings.grace().plusMillis(1000L * length / settings.rate().toBytes());
        if (passed.compareTo(settings.deadline()) > 0 || passed.compareTo(paid) > 0) {
            end(new ProblemException(Problem.UPLOAD_TIMEOUT));
        }
    }

    /** Gives the memory back. Calling it again does nothing. */
    synchronized void release() {
        ended = true;
        bytes = new byte[0];
        memory.release(taken);
        taken = 0;
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        while (!ended && !in.isFinished() && in.isReady()) {
            if (length < bytes.length || grow()) {
                length += Math.max(0, in.read(bytes, length, bytes.length - length));
            }
        }
    }

    @Override
    public synchronized void onAllDataRead() {
        look();
        end(null);
    }

    @Override
    public synchronized void onError(Throwable e) {
        ended = true;
    }

    private boolean grow() {
        if (length == most) {
            end(new ProblemException(Problem.UPLOAD_TOO_LARGE));
            return false;
        }
        int size = (int) Math.min(most, Math.max(FIRST, (long) GROWTH * length));
        int more = kibibytes(size) - taken;
        if (!memory.tryAcquire(more)) {
            end(new ProblemException(Problem.OVERLOADED, UNTIL_OTHERS_ARE_READ));
            return false;
        }
        taken += more;
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }

    private void end(@Nullable ProblemException why) {
        if (!ended) {
            failure = why;
            if (why != null) {
                release();
            }
            ended = true;
            request.dispatch();
        }
    }

    private static int kibibytes(int bytes) {
        return (bytes + 1023) / 1024;
    }
}
