package whatis.classification.engine;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.network.Lowering;
import whatis.classification.network.Network;
import whatis.classification.network.OneDnnLowering;
import whatis.classification.network.PlainLowering;
import whatis.classification.torchscript.StorageType;

/**
 * Loads networks with fused operators where libtorch has them and they compute what the plain ones do, else with those.
 *
 * @param arrangement what to choose where operators compute the same
 * @param fused the fused operators to try
 */
record NetworkLoader(StorageType type, Arrangement arrangement, Lowering fused) {

    private static final Logger log = LoggerFactory.getLogger(NetworkLoader.class);

    NetworkLoader(StorageType type, Arrangement arrangement) {
        this(type, arrangement, new OneDnnLowering(arrangement.attention()));
    }

    /**
     * Loads a network.
     *
     * @return to be closed
     * @throws CheckpointException if its weights are damaged or don't yield finite logits
     */
    LoadedNetwork load(Network network) throws IOException {
        Optional<LoadedNetwork> loaded;
        try {
            loaded = fused(network);
        } catch (EngineException e) {
            log.warn("libtorch's fused operators don't run here: slower plain ones take over. ({})", firstLine(e));
            loaded = Optional.empty();
        }
        return loaded.isPresent() ? loaded.get() : plain(network);
    }

    /** Returns nothing, after a warning, if the fused operators are wrong. */
    private Optional<LoadedNetwork> fused(Network network) throws IOException {
        TorchModule module = TorchModule.load(network.archive(type, plain(), fused, arrangement.plainAlone()));
        boolean agree = false;
        try {
            float[] expected = logits(module, network, Network.PLAIN);
            requireFinite(expected);
            pack(module, network, type);
            agree = agree(expected, logits(module, network, Network.FUSED));
            String alone = arrangement.plainAlone() ? Network.PLAIN : Network.FUSED;
            return agree ? Optional.of(new LoadedNetwork(module, network, alone, Network.FUSED)) : Optional.empty();
        } finally {
            if (!agree) {
                module.close();
            }
        }
    }

    private LoadedNetwork plain(Network network) throws IOException {
        TorchModule module = TorchModule.load(network.archive(type, plain()));
        boolean finite = false;
        try {
            requireFinite(logits(module, network, Network.PLAIN));
            finite = true;
            return new LoadedNetwork(module, network, Network.PLAIN, Network.PLAIN);
        } finally {
            if (!finite) {
                module.close();
            }
        }
    }

    private Lowering plain() {
        return new PlainLowering(arrangement.attention());
    }

    /** Packs the weights for {@link Network#FUSED}. */
    static void pack(TorchModule module, Network network, StorageType type) {
        for (String method : network.packing(type)) {
            module.run(method, LoadedNetwork.noise(new long[] {1}), 1);
            NativeHeap.trim();
        }
    }

    /** Returns the logits of noise. */
    static float[] logits(TorchModule module, Network network, String method) {
        return module.run(method, LoadedNetwork.noise(network.shape(1)), network.shape(1));
    }

    /** Returns whether the fused operators and the plain ones computed the same. */
    private boolean agree(float[] expected, float[] actual) {
        double difference = 0;
        double largest = 1;
        for (int i = 0; i < expected.length; i++) {
            // Not max(): NaN shall count.
            double distance = Math.abs(expected[i] - actual[i]);
            difference = distance <= difference ? difference : distance;
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        if (difference <= tolerance() * largest) {
            return true;
        }
        log.warn(
                "libtorch's fused operators are off by {} in a logit: slower plain ones take over.",
                String.format("%.3g", difference));
        return false;
    }

    /**
     * Returns how far two orders of the same arithmetic may lie apart, relative to the largest logit. In bf16 that grows with
     * the number of layers, to 0.036 with 40 of them and random weights; operators that are wrong are off by far more.
     */
    private double tolerance() {
        return switch (type) {
            case FLOAT -> 1e-3;
            case BFLOAT16 -> 0.1;
        };
    }

    static void requireFinite(float[] logits) {
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw new CheckpointException("the weights don't yield finite logits; download the model again");
            }
        }
    }

    static String firstLine(EngineException e) {
        return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("no reason given");
    }
}
