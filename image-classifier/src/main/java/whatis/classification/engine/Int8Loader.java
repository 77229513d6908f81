package whatis.classification.engine;

import ai.djl.engine.EngineException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.network.Calibration;
import whatis.classification.network.CalibrationException;
import whatis.classification.network.Int8Lowering;
import whatis.classification.network.Network;
import whatis.classification.network.OneDnnLowering;
import whatis.classification.network.PlainLowering;
import whatis.classification.torchscript.StorageType;

/**
 * Loads networks whose linear layers run in int8, or none: nothing else ever takes their place, as somebody who asks for int8
 * counts on its speed.
 *
 * @param type the format of what isn't int8
 */
record Int8Loader(StorageType type, Arrangement arrangement, Calibration calibration) {

    private static final Logger log = LoggerFactory.getLogger(Int8Loader.class);

    /** For ranges that nobody keeps. */
    private static final String NO_CHECKPOINT = "0".repeat(64);

    /**
     * How far the logits of noise may lie from those of floats, as a part of their length, if no pictures have judged. ViT-Tiny is
     * off by 0.39 with its worst layers in int8, and by 0.12 without them; wrong operators, and ranges that belong to other
     * weights, by more than 1.
     */
    private static final double TOLERANCE = 0.5;

    /** How much further they may lie where another processor judged: floats differ in format and order there. */
    private static final double TWICE = 2;

    private static final double LITTLE = 0.05;

    /**
     * A network that may compute anything.
     *
     * @param noise how far the logits of noise lie from those of floats, as a part of their length
     */
    record Loaded(LoadedNetwork network, double noise) {}

    /** Returns a calibration of all layers by a picture of noise. */
    static Calibration synthetic(Network network, StorageType type) throws IOException {
        try (Observer observer = Observer.load(network, type)) {
            observer.observeNoise();
            return observer.calibration(NO_CHECKPOINT, true);
        }
    }

    /**
     * Loads a network.
     *
     * @return to be closed
     * @throws CalibrationException if the calibration doesn't fit the network or this libtorch, or int8 doesn't compute what
     *     floats do
     * @throws CheckpointException if the weights are damaged or don't yield finite logits
     */
    LoadedNetwork load(Network network) throws IOException {
        Loaded loaded = loadUnchecked(network);
        boolean near = false;
        try {
            requireNear(loaded.noise());
            near = true;
            return loaded.network();
        } finally {
            if (!near) {
                loaded.network().close();
            }
        }
    }

    /** Loads a network as {@link #load} does, however far from floats it is. */
    Loaded loadUnchecked(Network network) throws IOException {
        requireFitting(network);
        try {
            return int8(network);
        } catch (EngineException e) {
            throw new CalibrationException(
                    "libtorch's operators for int8 don't run here (%s): choose the precision auto, bf16 or fp32."
                            .formatted(NetworkLoader.firstLine(e)),
                    e);
        }
    }

    private void requireFitting(Network network) {
        calibration.requireLayers(network.linearLayers());
        if (!calibration.libtorch().equals(LibTorch.version())) {
            throw new CalibrationException(
                    "The calibration is of libtorch %s, but %s runs: calibrate again, with ./whatis calibrate --images DIR."
                            .formatted(calibration.libtorch(), LibTorch.version()));
        }
    }

    private Loaded int8(Network network) throws IOException {
        Int8Lowering int8 = new Int8Lowering(calibration, type, new OneDnnLowering(arrangement.attention()));
        TorchModule module = TorchModule.load(
                network.archive(type, new PlainLowering(arrangement.attention()), int8, arrangement.plainAlone()));
        boolean good = false;
        try {
            float[] expected = NetworkLoader.logits(module, network, Network.PLAIN);
            NetworkLoader.requireFinite(expected);
            NetworkLoader.pack(module, network, type);
            double noise = distance(expected, NetworkLoader.logits(module, network, Network.FUSED));
            good = true;
            return new Loaded(new LoadedNetwork(module, network, Network.FUSED, Network.FUSED), noise);
        } finally {
            if (!good) {
                module.close();
            }
        }
    }

    private void requireNear(double distance) {
        log.info(
                "int8 in {} of {} linear layers; logits of noise are off by {} of their length.",
                calibration.ranges().size(),
                calibration.layers().size(),
                String.format("%.3f", distance));
        if (!Double.isFinite(distance) || !calibration.synthetic() && distance > tolerance()) {
            throw new CalibrationException(
                    ("int8 doesn't compute what the checkpoint does: its logits are off by %.3f of their length, instead"
                                    + " of at most %.3f%s. Calibrate here, with ./whatis calibrate --images DIR, or choose"
                                    + " the precision auto.")
                            .formatted(
                                    distance,
                                    tolerance(),
                                    calibration
                                            .judgement()
                                            .map(judgement -> " (%.3f on the calibration's own machine, %s)"
                                                    .formatted(judgement.noise(), judgement.processor()))
                                            .orElse("")));
        }
    }

    private double tolerance() {
        return calibration
                .judgement()
                .map(judgement -> TWICE * judgement.noise() + LITTLE)
                .orElse(TOLERANCE);
    }

    /** Returns the length of the difference, relative to that of what is expected. */
    private static double distance(float[] expected, float[] actual) {
        double difference = 0;
        double length = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow((double) expected[i] - actual[i], 2);
            length += Math.pow(expected[i], 2);
        }
        return difference == 0 ? 0 : Math.sqrt(difference / length);
    }
}
