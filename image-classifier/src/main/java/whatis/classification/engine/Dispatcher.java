package whatis.classification.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work on one platform thread of its own, in the order of arrival, while its callers wait. */
final class Dispatcher {

    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "whatis-dispatcher");
        thread.setDaemon(true);
        return thread;
    });

    /** Does work however long it takes. */
    <T> T call(Callable<T> work) {
        return call(work, FOREVER);
    }

    /**
     * Does work and waits for its result. Work that hasn't begun when its caller gives up is dropped.
     *
     * @throws DeadlineExceededException if it isn't done in time
     * @throws CancellationException if the caller is interrupted; its interrupt status stays set
     * @throws IllegalStateException if the dispatcher is closed
     */
    <T> T call(Callable<T> work, Duration timeout) {
        Future<T> result;
        try {
            result = thread.submit(work);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("The image classifier is closed.", e);
        }
        try {
            return result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DeadlineExceededException(timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause()));
        } finally {
            result.cancel(false);
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }

    /** Finishes the work that was accepted and then the last one, unless it is closed already; then ends the thread. */
    void close(Runnable last) {
        try {
            thread.execute(last);
        } catch (RejectedExecutionException e) {
            return;
        }
        thread.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (thread.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
