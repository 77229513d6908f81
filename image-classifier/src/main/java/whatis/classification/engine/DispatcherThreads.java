package whatis.classification.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The platform threads of the dispatchers, each with OpenMP threads of its own. Close it to end them.
 *
 * <p>The first one also loads the network: that takes all cores, and no other thread should get so many OpenMP threads, as
 * they last as long as it does.
 */
final class DispatcherThreads implements AutoCloseable {

    private final ExecutorService threads;

    DispatcherThreads(int count) {
        AtomicInteger started = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "whatis-dispatcher-" + started.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does work on the first thread, before any dispatcher runs, and returns its result or throws what it throws. */
    <T> T onFirst(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Runs dispatchers, as many as there are threads, the first one on the first thread. */
    void run(List<Dispatcher> dispatchers) {
        // The pool starts a thread for each work until it has all: so whichever comes last finds the first thread idle.
        dispatchers.subList(1, dispatchers.size()).forEach(threads::execute);
        threads.execute(dispatchers.get(0));
    }

    /** Waits until all work has ended, even if the calling thread is interrupted; its interrupt status stays set. */
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
