package whatis.service.hangup;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Interrupts work whose client hangs up meanwhile. One thread looks at all connections, as nobody else would before the
 * answer is written. Safe for use by many threads; close it to end its own.
 */
public final class ClientWatch implements AutoCloseable {

    /** Short beside the time that an image waits when work piles up. */
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final Set<WatchedWork> inWork = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "client-watch");
        thread.setDaemon(true);
        return thread;
    });

    ClientWatch() {
        watch.scheduleWithFixedDelay(
                () -> inWork.forEach(WatchedWork::look), INTERVAL.toNanos(), INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Does work for a client, and interrupts it if the client hangs up. Only HTTP/1.1 and its predecessors are watched.
     *
     * @param client of a request whose body has been read; nobody may touch the request or answer it until the work is done
     * @param work called in this thread, throws {@link CancellationException} when interrupted
     * @throws ClientGoneException if the client has hung up
     */
    public <T> T whileConnected(Client client, Supplier<T> work) {
        Connection connection = client.connection();
        if (connection == null) {
            return work.get();
        }
        WatchedWork watched = new WatchedWork(connection);
        inWork.add(watched);
        try {
            return work.get();
        } catch (CancellationException e) {
            throw watched.end() ? new ClientGoneException(e) : e;
        } finally {
            inWork.remove(watched);
            watched.end();
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
