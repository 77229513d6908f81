package whatis.classification.engine;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.VisionTransformerConfig;

/**
 * A checkpoint loaded into libtorch, with fused operators where they exist and compute what the plain ones do. Safe for use
 * by many threads.
 */
final class Network implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Network.class);

    /** Runs after which libtorch has specialised its code. */
    private static final int WARM_UP_RUNS = 2;

    /** Enough for the quickest one to be an undisturbed one. */
    private static final int PROBES = 20;

    private final VisionTransformerConfig config;
    private final TorchModule module;
    private final boolean fused;
    private final Attention attention;

    private Network(VisionTransformerConfig config, TorchModule module, boolean fused, Attention attention) {
        this.config = config;
        this.module = module;
        this.fused = fused;
        this.attention = attention;
    }

    /**
     * Loads a checkpoint.
     *
     * @param fusedProducts the fused operators to try
     * @param attentions what to choose the quickest from, on the calling thread's cores; not empty
     * @throws CheckpointException if its weights don't yield finite logits
     */
    static Network load(
            Checkpoint checkpoint, StorageType type, MatrixProducts fusedProducts, List<Attention> attentions)
            throws IOException {
        Network fused = fused(checkpoint, type, fusedProducts, attentions);
        if (fused != null) {
            return fused;
        }
        TorchModule module = TorchModule.load(VisionTransformerModule.plain(checkpoint, type));
        Network plain = new Network(checkpoint.config(), module, false, Attention.FLASH);
        try {
            requireFinite(plain.logits(plain.noiseImage(), 1));
            return plain;
        } catch (RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** Returns null, after a warning, if the fused operators are missing or wrong. */
    private static @Nullable Network fused(
            Checkpoint checkpoint, StorageType type, MatrixProducts products, List<Attention> attentions)
            throws IOException {
        TorchModule module;
        try {
            module = TorchModule.load(VisionTransformerModule.fused(checkpoint, type, products));
        } catch (EngineException e) {
            log.warn("libtorch's fused operators don't run here: slower plain ones take over. ({})", firstLine(e));
            return null;
        }
        boolean agrees = false;
        try {
            Network network = quickest(checkpoint.config(), module, attentions);
            agrees = network.agreesWithReference(type);
            return agrees ? network : null;
        } finally {
            if (!agrees) {
                module.close();
            }
        }
    }

    private static Network quickest(VisionTransformerConfig config, TorchModule module, List<Attention> attentions) {
        ByteBuffer tokens = noise(config.tokens() * config.hiddenSize());
        ToLongFunction<Attention> time = attention ->
                leastTime(PROBES, () -> module.run(attention.probe(), tokens, config.tokens(), config.hiddenSize()));
        Attention quickest = Collections.min(attentions, Comparator.comparingLong(time));
        return new Network(config, module, true, quickest);
    }

    /** Returns what an image takes once libtorch has specialised its code. */
    Duration warmUp() {
        ByteBuffer image = noiseImage();
        return Duration.ofNanos(leastTime(WARM_UP_RUNS, () -> logits(image, 1)));
    }

    /** Returns the shortest of several runs' nanoseconds: other programs only ever make it longer. */
    private static long leastTime(int runs, Runnable work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < runs; i++) {
            long begin = System.nanoTime();
            work.run();
            least = Math.min(least, System.nanoTime() - begin);
        }
        return least;
    }

    int bytesOfImage() {
        return VisionTransformerConfig.CHANNELS * config.imageHeight() * config.imageWidth() * Float.BYTES;
    }

    boolean fused() {
        return fused;
    }

    /**
     * Computes logits.
     *
     * @param pixels {@code [batch, channels, height, width]} in fp32, best a direct buffer in native order
     * @return {@code [batch, labels]}
     */
    float[] logits(ByteBuffer pixels, int batch) {
        return module.run(attention.method(), pixels, shape(batch));
    }

    private boolean agreesWithReference(StorageType type) {
        ByteBuffer noise = noiseImage();
        float[] expected = module.run(VisionTransformerModule.REFERENCE, noise, shape(1));
        requireFinite(expected);
        float[] actual = logits(noise, 1);
        module.run(VisionTransformerModule.DROP_REFERENCE, noise, shape(1));
        double difference = 0;
        double largest = 1;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        if (difference <= type.tolerance() * largest) {
            return true;
        }
        log.warn(
                "libtorch's fused operators are off by {} in a logit: slower plain ones take over.",
                String.format("%.3g", difference));
        return false;
    }

    private static void requireFinite(float[] logits) {
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw new CheckpointException(
                        "model.safetensors holds weights that don't yield finite logits; download the model again");
            }
        }
    }

    private ByteBuffer noiseImage() {
        return noise(bytesOfImage() / Float.BYTES);
    }

    /** Returns values like those of normalised images, the same every time. */
    private static ByteBuffer noise(int floats) {
        Random random = new Random(0);
        ByteBuffer noise = ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
        while (noise.hasRemaining()) {
            noise.putFloat(random.nextFloat() * 2 - 1);
        }
        return noise.flip();
    }

    private long[] shape(int batch) {
        return new long[] {batch, VisionTransformerConfig.CHANNELS, config.imageHeight(), config.imageWidth()};
    }

    private static String firstLine(EngineException e) {
        return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("no reason given");
    }

    @Override
    public void close() {
        module.close();
    }
}
