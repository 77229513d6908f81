package whatis.classification.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import whatis.classification.network.Network;

/**
 * A network in libtorch's memory. Safe for use by many threads; close it to free the memory.
 */
final class LoadedNetwork implements AutoCloseable {

    private final TorchModule module;
    private final long[] imageShape;
    private final int labels;

    /** The method for a single image on several threads. */
    private final String alone;

    /** The method for everything else. */
    private final String together;

    /**
     * @param alone the module's method for a single image on several threads
     * @param together the module's method for everything else
     */
    LoadedNetwork(TorchModule module, Network network, String alone, String together) {
        this.module = module;
        this.imageShape = network.shape(1);
        this.labels = network.head().labels().size();
        this.alone = alone;
        this.together = together;
    }

    /** Returns whether libtorch's fused operators run. */
    boolean fused() {
        return together.equals(Network.FUSED);
    }

    /** Runs an image, so that the calling thread has all that it takes, and returns how long that took, in ns. */
    long warmUp(boolean manyThreads) {
        long begin = System.nanoTime();
        logits(noise(imageShape), 1, manyThreads);
        return System.nanoTime() - begin;
    }

    /**
     * Computes logits.
     *
     * @param pixels {@code [batch, channels, height, width]} in fp32, best a direct buffer in native order
     * @param manyThreads whether the calling thread uses more than one
     * @return {@code [batch, labels]}
     */
    float[] logits(ByteBuffer pixels, int batch, boolean manyThreads) {
        long[] shape = imageShape.clone();
        shape[0] = batch;
        float[] logits = module.run(batch == 1 && manyThreads ? alone : together, pixels, shape);
        if (logits.length != batch * labels) {
            throw new IllegalStateException(
                    "%d logits for %d images of %d labels".formatted(logits.length, batch, labels));
        }
        return logits;
    }

    int bytesOfImage() {
        return (int) bytes(imageShape);
    }

    private static long bytes(long[] shape) {
        long bytes = Float.BYTES;
        for (long length : shape) {
            bytes = Math.multiplyExact(bytes, length);
        }
        return bytes;
    }

    /** Returns values like those of normalised images, the same every time, in a direct buffer. */
    static ByteBuffer noise(long[] shape) {
        Random random = new Random(0);
        ByteBuffer noise = ByteBuffer.allocateDirect((int) bytes(shape)).order(ByteOrder.nativeOrder());
        while (noise.hasRemaining()) {
            noise.putFloat(random.nextFloat() * 2 - 1);
        }
        return noise.flip();
    }

    @Override
    public void close() {
        module.close();
    }
}
