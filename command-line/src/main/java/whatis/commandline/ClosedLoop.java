package whatis.commandline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that each wait for an answer before they ask again. */
final class ClosedLoop {

    /** Requests of each client that aren't counted: the JVM compiles preprocessing meanwhile. */
    private static final int WARM_UP = 20;

    private ClosedLoop() {}

    /**
     * Asks for a time.
     *
     * @return how long each answer took, in nanoseconds
     * @throws ExecutionException if a request fails
     */
    static List<Long> run(Callable<?> request, int clients, Duration duration)
            throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            for (Future<List<Long>> warm : start(threads, request, clients, Duration.ZERO, WARM_UP)) {
                warm.get();
            }
            List<Long> nanoseconds = new ArrayList<>();
            for (Future<List<Long>> client : start(threads, request, clients, duration, 1)) {
                nanoseconds.addAll(client.get());
            }
            return nanoseconds;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Future<List<Long>>> start(
            ExecutorService threads, Callable<?> request, int clients, Duration duration, int atLeast) {
        long end = System.nanoTime() + duration.toNanos();
        List<Future<List<Long>>> results = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            results.add(threads.submit(() -> {
                List<Long> nanoseconds = new ArrayList<>();
                while (nanoseconds.size() < atLeast || System.nanoTime() - end < 0) {
                    long begin = System.nanoTime();
                    request.call();
                    nanoseconds.add(System.nanoTime() - begin);
                }
                return nanoseconds;
            }));
        }
        return results;
    }
}
