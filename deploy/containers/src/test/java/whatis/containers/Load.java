package whatis.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Clients that ask again and again until they are closed, each one question at a time. */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int OK = 200;
    private static final int COME_BACK = 503;

    private final Client client;
    private final ExecutorService threads;
    private final List<CompletableFuture<Void>> clients;
    private final AtomicInteger named = new AtomicInteger();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    Load(Client client, int clients) {
        this.client = client;
        this.threads = Executors.newFixedThreadPool(clients);
        this.clients = Stream.generate(() -> CompletableFuture.runAsync(this::ask, threads))
                .limit(clients)
                .toList();
    }

    /** Returns when so many more pictures have been named. */
    void awaitNames(int more) throws InterruptedException {
        int wanted = named.get() + more;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (named.get() < wanted && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(named.get()).as("pictures named within " + PATIENCE).isGreaterThanOrEqualTo(wanted);
    }

    /** Returns what came apart from names, requests to come back later, and connections that found nobody. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    private void ask() {
        try {
            while (!closed) {
                if (!isNamed()) {
                    Thread.sleep(100);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isNamed() throws InterruptedException {
        try {
            Client.Answer answer = client.ask();
            if (answer.status() == OK) {
                named.incrementAndGet();
                return true;
            }
            if (answer.status() != COME_BACK) {
                surprises.add(answer.toString());
            }
        } catch (IOException e) {
            // Docker's proxy takes connections also for a container that doesn't run, and closes them.
        }
        return false;
    }

    @Override
    public void close() {
        closed = true;
        clients.forEach(CompletableFuture::join);
        threads.shutdown();
    }
}
