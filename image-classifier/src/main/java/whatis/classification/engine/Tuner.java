package whatis.classification.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import whatis.classification.network.Attention;
import whatis.classification.network.Calibration;
import whatis.classification.network.Network;

/**
 * Times a network with each arrangement that may suit it. All are loaded at the same time and run in turns, so that whatever
 * else the machine does meets all alike. For one thread; close it to free native memory.
 */
public final class Tuner implements AutoCloseable {

    /** Shorter runs are repeated: to wake a thread up may take a part of a millisecond. */
    private static final double SHORTEST_RUN_SECONDS = 0.02;

    private final Map<Arrangement, LoadedNetwork> candidates = new LinkedHashMap<>();
    private final Concurrency concurrency;
    private final ByteBuffer image;
    private final ByteBuffer batch;

    /** The thread for an image that is alone: it has all OpenMP threads. */
    private final ExecutorService first = threads(1);

    /** The threads for micro-batches, whose OpenMP threads are their share. */
    private final ExecutorService all;

    private Tuner(long[] imageShape, Concurrency concurrency) {
        this.image = LoadedNetwork.noise(imageShape);
        this.concurrency = PixelMemory.ofThisJvm(image.capacity()).fitting(concurrency);
        long[] batchShape = imageShape.clone();
        batchShape[0] = this.concurrency.batch();
        this.batch = LoadedNetwork.noise(batchShape);
        this.all = threads(concurrency.dispatchers());
    }

    private static ExecutorService threads(int count) {
        return Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "whatis-tuner");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Loads a network in floats, or in int8 on ranges that noise has.
     *
     * @param network not to be closed before this returns
     * @param concurrency how the work is spread
     * @throws IllegalArgumentException if this machine can't run the precision
     */
    public static Tuner load(Network network, Precision precision, Concurrency concurrency) {
        return load(network, PrecisionLoader.of(precision), concurrency);
    }

    /** Loads a network in int8. */
    public static Tuner load(Network network, Calibration calibration, Concurrency concurrency) {
        return load(network, PrecisionLoader.of(calibration), concurrency);
    }

    private static Tuner load(Network network, PrecisionLoader loader, Concurrency concurrency) {
        LibTorch.load();
        Tuner tuner = new Tuner(network.shape(1), concurrency);
        try {
            loader.candidates(network).stream()
                    .filter(arrangement -> !arrangement.plainAlone() || concurrency.threads(0, 1) > 1)
                    .forEach(arrangement -> tuner.load(network, loader, arrangement));
            return tuner;
        } catch (Throwable e) {
            tuner.close();
            throw e;
        }
    }

    private void load(Network network, PrecisionLoader loader, Arrangement arrangement) {
        int threads = concurrency.pool(0);
        CompletableFuture.runAsync(() -> candidates.put(arrangement, loader.load(network, arrangement, threads)), first)
                .join();
    }

    /** Returns how the work is spread; micro-batches are smaller where their pixels would take too much memory. */
    public Concurrency concurrency() {
        return concurrency;
    }

    /**
     * Runs each arrangement in turns, in another order in each round.
     *
     * @param progress told of each round before it begins, counted from 0
     * @return the timings of the rule's arrangement, then those of the others
     */
    public List<Timings> measure(int rounds, IntConsumer progress) {
        // Whether a lone image goes through plain operators is nothing to micro-batches.
        Map<Attention, List<Double>> together = new EnumMap<>(Attention.class);
        List<Timings> timings = candidates.keySet().stream()
                .map(arrangement -> new Timings(
                        arrangement,
                        new ArrayList<>(),
                        together.computeIfAbsent(arrangement.attention(), first -> new ArrayList<>())))
                .toList();
        progress.accept(0);
        int runsAlone = runs(this::alone);
        int runsTogether = runs(this::together);
        List<Timings> order = new ArrayList<>(timings);
        Random random = new Random(0);
        for (int round = 0; round < rounds; round++) {
            progress.accept(round);
            Collections.shuffle(order, random);
            for (Timings own : order) {
                LoadedNetwork network = Objects.requireNonNull(candidates.get(own.arrangement()));
                own.alone().add(seconds(this::alone, network, runsAlone));
                if (own.together().size() == round) {
                    own.together().add(seconds(this::together, network, runsTogether));
                }
            }
        }
        return timings;
    }

    /** Warms all candidates up, and returns how often each is to run without a look at the clock. */
    private int runs(Consumer<LoadedNetwork> load) {
        candidates.values().forEach(load);
        double shortest = candidates.values().stream()
                .mapToDouble(network -> seconds(load, network, 1))
                .min()
                .orElseThrow();
        return (int) Math.ceil(SHORTEST_RUN_SECONDS / Math.max(shortest, SHORTEST_RUN_SECONDS / 1000));
    }

    private static double seconds(Consumer<LoadedNetwork> load, LoadedNetwork network, int runs) {
        long begin = System.nanoTime();
        for (int run = 0; run < runs; run++) {
            load.accept(network);
        }
        return (System.nanoTime() - begin) / 1e9 / runs;
    }

    private void alone(LoadedNetwork network) {
        CompletableFuture.runAsync(() -> run(network, image, 1, 1), first).join();
    }

    private void together(LoadedNetwork network) {
        int dispatchers = concurrency.dispatchers();
        CompletableFuture.allOf(IntStream.range(0, dispatchers)
                        .mapToObj(number -> CompletableFuture.runAsync(
                                () -> run(network, batch, concurrency.batch(), dispatchers), all))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void run(LoadedNetwork network, ByteBuffer pixels, int images, int running) {
        int threads = concurrency.threads(0, running);
        LibTorch.useThreads(threads);
        network.logits(pixels.duplicate().order(pixels.order()), images, threads > 1);
    }

    @Override
    public void close() {
        first.shutdown();
        all.shutdown();
        candidates.values().forEach(LoadedNetwork::close);
    }
}
