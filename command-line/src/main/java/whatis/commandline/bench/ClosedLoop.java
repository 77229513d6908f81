package whatis.commandline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Clients that each wait for an answer before they ask again, and where they are refused for as long as they are told to.
 * They ask for the warm-up and the measured time without a
 * break, and what is answered in the measured time counts: neither a cold start nor the last clients' lonely end is in it.
 *
 * @param pictures what is asked about, in turn
 * @param warmUp how long nothing counts, while the JVM compiles what prepares images
 * @param measured how long answers count, more than zero
 */
public record ClosedLoop(List<byte[]> pictures, Duration warmUp, Duration measured) {

    /** Is told how far a round is, about every second and from its first moment. */
    @FunctionalInterface
    public interface Progress {

        /** @param passed the time since the round began, warm-up included */
        void passed(int clients, Duration passed);
    }

    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(1);

    public ClosedLoop {
        pictures = List.copyOf(pictures);
        if (pictures.isEmpty() || warmUp.isNegative() || measured.isNegative() || measured.isZero()) {
            throw new IllegalArgumentException("It takes a picture and a time to measure: " + pictures.size()
                    + " pictures, " + warmUp + " and " + measured);
        }
    }

    /**
     * Measures with some clients.
     *
     * @throws ExecutionException if a client ends by an error, such as a lack of memory
     */
    public Round run(Target target, int clients, Progress progress) throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long start = System.nanoTime();
            long begin = start + warmUp.toNanos();
            long end = begin + measured.toNanos();
            List<Future<Client>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Client client = new Client(target, i);
                running.add(threads.submit(() -> client.askUntil(begin, end)));
            }
            threads.shutdown();
            do {
                progress.passed(clients, Duration.ofNanos(System.nanoTime() - start));
            } while (!threads.awaitTermination(BETWEEN_NEWS.toMillis(), TimeUnit.MILLISECONDS));
            List<Client> ended = new ArrayList<>();
            for (Future<Client> client : running) {
                ended.add(client.get());
            }
            return summary(target, ended);
        } finally {
            threads.shutdownNow();
        }
    }

    private Round summary(Target target, List<Client> clients) throws InterruptedException {
        long[] nanoseconds = clients.stream()
                .flatMapToLong(client -> client.nanoseconds.build())
                .toArray();
        Map<String, Integer> failures = new TreeMap<>();
        clients.forEach(client -> client.failures.forEach((kind, count) -> failures.merge(kind, count, Integer::sum)));
        double perSecond = Math.round(nanoseconds.length * 1e11 / measured.toNanos()) / 100.0;
        return new Round(
                clients.size(),
                nanoseconds.length,
                perSecond,
                Latency.of(nanoseconds).orElse(null),
                failures,
                target.memory().orElse(null));
    }

    /** For one thread, and whoever waits for that. */
    private final class Client {

        private final Target target;
        private int asked;
        private final LongStream.Builder nanoseconds = LongStream.builder();
        private final Map<String, Integer> failures = new TreeMap<>();

        /** @param number the clients begin with different pictures */
        Client(Target target, int number) {
            this.target = target;
            this.asked = number;
        }

        Client askUntil(long begin, long end) throws InterruptedException {
            for (long asking = System.nanoTime(); asking - end < 0; asking = System.nanoTime()) {
                try {
                    target.ask(pictures.get(asked++ % pictures.size()));
                    long answered = System.nanoTime();
                    if (answered - begin >= 0 && answered - end <= 0) {
                        nanoseconds.add(answered - asking);
                    }
                } catch (UnansweredException e) {
                    long refused = System.nanoTime();
                    if (refused - begin >= 0 && refused - end <= 0) {
                        failures.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
                    }
                    TimeUnit.NANOSECONDS.sleep(Math.min(e.pause().toNanos(), end - refused));
                }
            }
            return this;
        }
    }
}
