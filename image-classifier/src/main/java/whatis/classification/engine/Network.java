package whatis.classification.engine;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
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

    /** Enough for the quickest one to be an undisturbed one. */
    private static final int PROBES = 10;

    /** As few as tell two arrangements apart that both have run before: they are a tenth of the time until ready. */
    private static final int RUNS = 2;

    /** What the plain operators have to save to be worth a second copy of the weights. */
    private static final double WORTH_MEMORY = 0.95;

    private final VisionTransformerConfig config;
    private final TorchModule module;

    /** The method for a single image on several threads. */
    private final String alone;

    /** The method for everything else. */
    private final String together;

    private Network(VisionTransformerConfig config, TorchModule module, String alone, String together) {
        this.config = config;
        this.module = module;
        this.alone = alone;
        this.together = together;
    }

    /**
     * Loads a checkpoint, and finds out which of its arrangements is the quickest on the calling thread's cores.
     *
     * @param fusedProducts the fused operators to try
     * @param attentions what to choose from; not empty
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
        String method = Attention.FLASH.plain();
        Network plain = new Network(checkpoint.config(), module, method, method);
        try {
            requireFinite(plain.run(method));
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
            VisionTransformerConfig config = checkpoint.config();
            Attention attention = quickest(config, module, attentions);
            Network network = new Network(config, module, attention.plain(), attention.fused());
            agrees = network.agreesWithPlain(type);
            if (!agrees) {
                return null;
            }
            return network.plainIsWorthIt(type) ? network : network.withoutPlain();
        } finally {
            if (!agrees) {
                module.close();
            }
        }
    }

    private static Attention quickest(VisionTransformerConfig config, TorchModule module, List<Attention> attentions) {
        ByteBuffer tokens = noise(config.tokens() * config.hiddenSize());
        Function<Attention, Runnable> probe =
                attention -> () -> module.run(attention.probe(), tokens, config.tokens(), config.hiddenSize());
        List<Long> times = leastTimes(PROBES, attentions.stream().map(probe).toList());
        return attentions.get(times.indexOf(Collections.min(times)));
    }

    /** Returns whether the fused operators and the plain ones compute the same. */
    private boolean agreesWithPlain(StorageType type) {
        float[] expected = run(Attention.FLASH.plain());
        requireFinite(expected);
        float[] actual = run(together);
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

    /**
     * Returns whether the plain operators are much quicker for one image: in bf16 on CPUs without matrix units they make
     * better use of several threads. In fp32 they never were.
     */
    private boolean plainIsWorthIt(StorageType type) {
        if (type != StorageType.BFLOAT16) {
            return false;
        }
        List<Long> times = leastTimes(RUNS, List.of(() -> run(alone), () -> run(together)));
        return times.get(0) < WORTH_MEMORY * times.get(1);
    }

    private Network withoutPlain() {
        module.run(VisionTransformerModule.DROP_PLAIN, noiseImage(), shape(1));
        return new Network(config, module, together, together);
    }

    /** Runs an image, so that the calling thread has all that it takes, and returns how long that took, in ns. */
    long warmUp(boolean manyThreads) {
        long begin = System.nanoTime();
        logits(noiseImage(), 1, manyThreads);
        return System.nanoTime() - begin;
    }

    boolean fused() {
        return together.startsWith("fused");
    }

    /**
     * Computes logits.
     *
     * @param pixels {@code [batch, channels, height, width]} in fp32, best a direct buffer in native order
     * @param manyThreads whether the calling thread uses more than one
     * @return {@code [batch, labels]}
     */
    float[] logits(ByteBuffer pixels, int batch, boolean manyThreads) {
        return module.run(batch == 1 && manyThreads ? alone : together, pixels, shape(batch));
    }

    int bytesOfImage() {
        return VisionTransformerConfig.CHANNELS * config.imageHeight() * config.imageWidth() * Float.BYTES;
    }

    private float[] run(String method) {
        return module.run(method, noiseImage(), shape(1));
    }

    /**
     * Returns the shortest of several runs' nanoseconds for each work: other programs only ever make it longer. The works take
     * turns, as the speed of a shared machine changes within seconds.
     */
    private static List<Long> leastTimes(int runs, List<Runnable> works) {
        List<Long> least = new ArrayList<>(Collections.nCopies(works.size(), Long.MAX_VALUE));
        for (int i = 0; i < runs; i++) {
            for (int work = 0; work < works.size(); work++) {
                long begin = System.nanoTime();
                works.get(work).run();
                least.set(work, Math.min(least.get(work), System.nanoTime() - begin));
            }
        }
        return least;
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
