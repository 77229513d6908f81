package whatis.classification.engine;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;

/**
 * Computes logits with a checkpoint. Safe for use by many threads: one thread of its own does the work, in the order of
 * arrival. Close it to free native memory.
 */
public final class InferenceEngine implements AutoCloseable {

    /** Runs after which libtorch has specialised its code. */
    private static final int WARM_UP_RUNS = 2;

    private final Dispatcher dispatcher;
    private final Network network;
    private final Precision precision;

    private InferenceEngine(Dispatcher dispatcher, Network network, Precision precision) {
        this.dispatcher = dispatcher;
        this.network = network;
        this.precision = precision;
    }

    /**
     * Loads and warms up a checkpoint.
     *
     * @throws CheckpointException if the checkpoint is damaged or doesn't yield finite logits
     */
    public static InferenceEngine load(Checkpoint checkpoint, Precision precision) {
        return load(checkpoint, precision.onThisCpu(), new OneDnnProducts());
    }

    static InferenceEngine load(Checkpoint checkpoint, Precision precision, MatrixProducts fusedProducts) {
        Dispatcher dispatcher = new Dispatcher();
        try {
            Network network = dispatcher.call(() -> {
                Network loaded = Network.load(checkpoint, StorageType.of(precision), fusedProducts);
                for (int i = 0; i < WARM_UP_RUNS; i++) {
                    loaded.logits(loaded.noise(), 1);
                }
                NativeHeap.trim();
                return loaded;
            });
            return new InferenceEngine(dispatcher, network, precision);
        } catch (RuntimeException | Error e) {
            dispatcher.close(() -> {});
            throw e;
        }
    }

    /** Returns the precision that runs: fp32 or bf16. */
    public Precision precision() {
        return precision;
    }

    /** Returns whether libtorch's fused operators run. */
    public boolean fused() {
        return network.fused();
    }

    /**
     * Computes the logits of one image.
     *
     * @param pixels {@code [channels, height, width]} in fp32, a direct buffer in native order; not to be written until
     *     the answer is there, and never again if none came
     * @param timeout how long to wait; an image whose turn hasn't come by then is dropped
     * @throws DeadlineExceededException if the answer doesn't come in time
     * @throws CancellationException if the calling thread is interrupted; its interrupt status stays set
     * @throws IllegalStateException if the engine is closed
     */
    public Inference infer(ByteBuffer pixels, Duration timeout) {
        long submitted = System.nanoTime();
        return dispatcher.call(
                () -> {
                    long begun = System.nanoTime();
                    float[] logits = network.logits(pixels, 1);
                    return new Inference(
                            logits, Duration.ofNanos(begun - submitted), Duration.ofNanos(System.nanoTime() - begun));
                },
                timeout);
    }

    /** Finishes the images that were accepted, then frees all native memory. Calling it again does nothing. */
    @Override
    public void close() {
        dispatcher.close(network::close);
    }
}
