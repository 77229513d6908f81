package whatis.classification.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.network.Calibration;
import whatis.classification.network.CalibrationException;
import whatis.classification.network.Network;

/**
 * A network that is tried out: it answers one picture after another on all cores, with no queue and whatever it computes. For
 * the thread that loaded it; close it to free native memory.
 */
public final class Trial implements AutoCloseable {

    private static final int THREADS = Concurrency.onAllCores().threads();

    private final LoadedNetwork network;
    private final double noise;

    private Trial(LoadedNetwork network, double noise) {
        this.network = network;
        this.noise = noise;
    }

    /**
     * Loads a network in floats.
     *
     * @param precision fp32, bf16 or auto
     * @throws CheckpointException if the weights are damaged or don't yield finite logits
     * @throws UncheckedIOException if the checkpoint can't be read or a temporary file can't be written
     */
    public static Trial floats(Network network, Precision precision) {
        PrecisionLoader loader = PrecisionLoader.of(precision);
        LibTorch.load();
        return new Trial(loader.load(network, loader.byRule(network), THREADS), 0);
    }

    /**
     * Loads a network in int8.
     *
     * @throws CalibrationException if the calibration isn't one of this network and libtorch, or int8 doesn't run here
     * @throws CheckpointException as above
     * @throws IllegalArgumentException if the processor can't run int8
     * @throws UncheckedIOException as above
     */
    public static Trial int8(Network network, Calibration calibration) {
        PrecisionLoader loader = PrecisionLoader.of(calibration);
        LibTorch.load();
        LibTorch.useThreads(THREADS);
        try {
            Int8Loader.Loaded loaded =
                    new Int8Loader(loader.type(), loader.byRule(network), calibration).loadUnchecked(network);
            return new Trial(loaded.network(), loaded.noise());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how far the logits of noise lie from those of floats in the same format, as a part of their length. */
    public double noise() {
        return noise;
    }

    /**
     * Computes the logits of a picture.
     *
     * @param pixels {@code [channels, height, width]} in fp32, best a direct buffer in native order
     */
    public float[] logits(ByteBuffer pixels) {
        return network.logits(pixels, 1, true);
    }

    @Override
    public void close() {
        network.close();
        NativeHeap.trim();
    }
}
