package whatis.classification.engine;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.VisionTransformerConfig;

/**
 * A checkpoint loaded into libtorch, with fused operators where they exist and compute what the plain ones do. Confined
 * to one thread, as {@link TorchModule} is.
 */
final class Network implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Network.class);

    private final VisionTransformerConfig config;
    private final TorchModule module;
    private final boolean fused;

    private Network(VisionTransformerConfig config, TorchModule module, boolean fused) {
        this.config = config;
        this.module = module;
        this.fused = fused;
    }

    /**
     * Loads a checkpoint.
     *
     * @param fusedProducts the fused operators to try
     * @throws CheckpointException if its weights don't yield finite logits
     */
    static Network load(Checkpoint checkpoint, StorageType type, MatrixProducts fusedProducts) throws IOException {
        Network fused = fused(checkpoint, type, fusedProducts);
        if (fused != null) {
            return fused;
        }
        TorchModule module = TorchModule.load(VisionTransformerModule.plain(checkpoint, type));
        Network plain = new Network(checkpoint.config(), module, false);
        try {
            requireFinite(plain.logits(plain.noise(), 1));
            return plain;
        } catch (RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** Returns null, after a warning, if the fused operators are missing or wrong. */
    private static @Nullable Network fused(Checkpoint checkpoint, StorageType type, MatrixProducts products)
            throws IOException {
        TorchModule module;
        try {
            module = TorchModule.load(VisionTransformerModule.fused(checkpoint, type, products));
        } catch (EngineException e) {
            log.warn("libtorch's fused operators don't run here: slower plain ones take over. ({})", firstLine(e));
            return null;
        }
        Network network = new Network(checkpoint.config(), module, true);
        boolean agrees = false;
        try {
            agrees = network.agreesWithReference(type);
        } finally {
            if (!agrees) {
                network.close();
            }
        }
        return agrees ? network : null;
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
        return module.run(VisionTransformerModule.FORWARD, pixels, shape(batch));
    }

    private boolean agreesWithReference(StorageType type) {
        ByteBuffer noise = noise();
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

    /** Returns pixels like those of a normalised image, the same every time. */
    ByteBuffer noise() {
        Random random = new Random(0);
        int floats = VisionTransformerConfig.CHANNELS * config.imageHeight() * config.imageWidth();
        ByteBuffer pixels = ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
        while (pixels.hasRemaining()) {
            pixels.putFloat(random.nextFloat() * 2 - 1);
        }
        return pixels.flip();
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
