package whatis.commandline;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/** Runs a task for each of many inputs on several threads, with results in the order of the inputs. */
final class OrderedTasks {

    private OrderedTasks() {}

    /**
     * Hands over each result on the calling thread, as soon as it and all before it are there. At most two inputs a
     * thread are ahead of the result that is waited for.
     *
     * @param more takes a result; {@code false} ends the work early
     * @throws CompletionException with the exception of a task that threw one, in its turn
     */
    static <T, R> void run(Iterable<T> inputs, int threads, Function<T, R> task, Predicate<R> more) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Queue<CompletableFuture<R>> ahead = new ArrayDeque<>();
            Iterator<T> waiting = inputs.iterator();
            do {
                while (waiting.hasNext() && ahead.size() < 2 * threads) {
                    T input = waiting.next();
                    ahead.add(CompletableFuture.supplyAsync(() -> task.apply(input), pool));
                }
            } while (!ahead.isEmpty() && more.test(ahead.remove().join()));
        } finally {
            pool.shutdownNow();
        }
    }
}
