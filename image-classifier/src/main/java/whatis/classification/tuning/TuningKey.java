package whatis.classification.tuning;

import whatis.classification.engine.InferenceEngine;
import whatis.classification.engine.Precision;
import whatis.classification.engine.Processor;
import whatis.classification.network.Network;

/**
 * What decides on which arrangement is the quickest. The weights don't: so all checkpoints of the same shape share it, and a
 * start need not read them for that.
 *
 * @param network the network's digest
 * @param libtorch the version of libtorch
 * @param precision the one that is asked for: any but auto
 */
public record TuningKey(String network, String libtorch, Precision precision, Processor processor) {

    /**
     * Returns the key of a network on this machine.
     *
     * @param precision auto for what suits the processor
     * @throws IllegalArgumentException if the processor can't run the precision
     */
    public static TuningKey here(Network network, Precision precision) {
        return new TuningKey(network.digest(), InferenceEngine.libTorchVersion(), precision.here(), Processor.here());
    }
}
