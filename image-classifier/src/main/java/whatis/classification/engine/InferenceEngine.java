package whatis.classification.engine;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.network.Calibration;
import whatis.classification.network.CalibrationException;
import whatis.classification.network.Network;
import whatis.classification.timing.Deadline;
import whatis.classification.timing.DeadlineExceededException;
import whatis.classification.timing.Pace;

/**
 * Computes logits with a network. Safe for use by many threads: they hand over images, and dispatchers with threads of
 * their own put those that wait through the network in micro-batches, in the order of arrival. Close it to free native
 * memory.
 */
public final class InferenceEngine implements AutoCloseable {

    /** The most images that wait. Beyond, callers with any patience would wait in vain on most machines. */
    private static final int QUEUE_CAPACITY = 256;

    private final LoadedNetwork network;
    private final Precision precision;
    private final Arrangement arrangement;
    private final ImageQueue queue;
    private final Pace pace = new Pace();
    private final DispatcherThreads threads;

    /**
     * @param network closed with the engine, or at once where the dispatchers can't be had
     * @param threads likewise
     */
    InferenceEngine(
            LoadedNetwork network,
            Precision precision,
            Arrangement arrangement,
            Concurrency concurrency,
            DispatcherThreads threads) {
        this.network = network;
        this.precision = precision;
        this.arrangement = arrangement;
        this.threads = threads;
        PixelMemory memory = PixelMemory.ofThisJvm(network.bytesOfImage());
        Concurrency fitting = memory.fitting(concurrency);
        this.queue = new ImageQueue(fitting, memory.waiting(QUEUE_CAPACITY));
        List<Dispatcher> dispatchers = IntStream.range(0, concurrency.dispatchers())
                .mapToObj(number -> new Dispatcher(number, network, fitting, queue, pace))
                .toList();
        try {
            threads.run(dispatchers);
            dispatchers.forEach(Dispatcher::awaitReady);
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    /**
     * Loads and warms up a network.
     *
     * @param arrangement which operators to choose; empty for what suits this machine by rule
     * @param concurrency how to spread the work; micro-batches are smaller where their pixels would take too much memory
     * @throws CheckpointException if the checkpoint is damaged or doesn't yield finite logits
     * @throws UncheckedIOException if the checkpoint can't be read or a temporary file can't be written
     */
    public static InferenceEngine load(
            Network network, Precision precision, Optional<Arrangement> arrangement, Concurrency concurrency) {
        return load(network, PrecisionLoader.of(precision), arrangement, concurrency);
    }

    /**
     * Loads and warms up a network in int8.
     *
     * @param calibration of the network's checkpoint
     * @param arrangement as above; plain operators never run
     * @throws CalibrationException if the calibration doesn't fit the network or libtorch, or int8 doesn't work here
     * @throws CheckpointException as above
     * @throws IllegalArgumentException if the processor can't run int8
     * @throws UncheckedIOException as above
     */
    public static InferenceEngine load(
            Network network, Calibration calibration, Optional<Arrangement> arrangement, Concurrency concurrency) {
        return load(network, PrecisionLoader.of(calibration), arrangement, concurrency);
    }

    private static InferenceEngine load(
            Network network, PrecisionLoader loader, Optional<Arrangement> asked, Concurrency concurrency) {
        Arrangement arrangement = asked.map(loader::fitting).orElseGet(() -> loader.byRule(network));
        LibTorch.load();
        DispatcherThreads threads = new DispatcherThreads(concurrency.dispatchers());
        try {
            LoadedNetwork loaded = threads.onFirst(() -> loader.load(network, arrangement, concurrency.pool(0)));
            return new InferenceEngine(loaded, loader.precision(), arrangement, concurrency, threads);
        } catch (Throwable e) {
            threads.close();
            throw e;
        }
    }

    /** Returns the version of libtorch, such as {@code 2.7.1}, which is loaded if need be. */
    public static String libTorchVersion() {
        return LibTorch.version();
    }

    /** Returns the precision that runs: any but auto. */
    public Precision precision() {
        return precision;
    }

    /** Returns which operators were chosen where several compute the same. */
    public Arrangement arrangement() {
        return arrangement;
    }

    /** Returns whether libtorch's fused operators run. */
    public boolean fused() {
        return network.fused();
    }

    /** Returns how many images wait for a dispatcher. */
    public int waiting() {
        return queue.size();
    }

    /** Returns how much time passes from one answer to the next while all dispatchers are busy, by the latest ones. */
    public Duration timePerImage() {
        return pace.timePerImage();
    }

    /**
     * Computes the logits of one image.
     *
     * @param pixels {@code [channels, height, width]} in fp32, a direct buffer in native order; not to be written until
     *     this returns or throws
     * @param deadline how long to wait; an image whose turn hasn't come by then is dropped
     * @throws QueueFullException if too many images wait
     * @throws DeadlineExceededException if the answer doesn't come in time
     * @throws CancellationException if the calling thread is interrupted; its interrupt status stays set
     * @throws IllegalStateException if the engine is closed
     */
    public Inference infer(ByteBuffer pixels, Deadline deadline) {
        if (deadline.hasPassed()) {
            throw deadline.exceeded();
        }
        WaitingImage image = new WaitingImage(pixels);
        queue.add(image);
        try {
            return image.await(deadline);
        } catch (DeadlineExceededException | CancellationException e) {
            if (!queue.remove(image)) {
                image.awaitEnd(); // its micro-batch still reads the pixels
            }
            throw e;
        }
    }

    /** Finishes the images that were accepted, then frees all native memory. Calling it again does nothing. */
    @Override
    public void close() {
        queue.close();
        threads.close();
        network.close();
    }
}
