package whatis.classification.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatis.classification.network.Calibration;
import whatis.classification.network.Network;
import whatis.classification.torchscript.StorageType;

/**
 * Loads networks in a precision, with one arrangement or another.
 *
 * @param precision any but auto
 * @param type the format of floats
 * @param cpu runs the precision
 * @param calibration the one of int8; none for floats, nor for int8 on ranges that noise has
 */
record PrecisionLoader(Precision precision, StorageType type, Cpu cpu, Optional<Calibration> calibration) {

    /** @throws IllegalArgumentException if the precision is int8, or this processor can't run it */
    static PrecisionLoader of(Precision precision) {
        if (precision == Precision.INT8) {
            throw new IllegalArgumentException("int8 needs a calibration");
        }
        return of(precision, Optional.empty());
    }

    /** @throws IllegalArgumentException if this processor can't run int8 */
    static PrecisionLoader of(Calibration calibration) {
        return of(calibration.synthetic() ? Precision.INT8_SYNTHETIC : Precision.INT8, Optional.of(calibration));
    }

    private static PrecisionLoader of(Precision precision, Optional<Calibration> calibration) {
        Cpu cpu = Cpu.here();
        return new PrecisionLoader(precision.on(cpu), precision.storage(cpu), cpu, calibration);
    }

    /** Returns the arrangement that follows from the rule. */
    Arrangement byRule(Network network) {
        return fitting(Arrangement.of(type, cpu, network.traits(type)));
    }

    /** Returns an arrangement as far as this precision has it. */
    Arrangement fitting(Arrangement arrangement) {
        return precision.isInt8() ? arrangement.forInt8() : arrangement;
    }

    /** Returns all arrangements that may suit a network, the rule's first. */
    List<Arrangement> candidates(Network network) {
        return Stream.concat(
                        Stream.of(byRule(network)),
                        Arrangement.candidates(network.traits(type)).map(this::fitting))
                .distinct()
                .toList();
    }

    /**
     * Loads a network.
     *
     * @param threads how many OpenMP threads the calling thread gets for that
     * @return to be closed
     * @throws UncheckedIOException if the checkpoint can't be read or a temporary file can't be written
     */
    LoadedNetwork load(Network network, Arrangement arrangement, int threads) {
        LibTorch.useThreads(threads);
        try {
            LoadedNetwork loaded = precision.isInt8()
                    ? int8(network, arrangement)
                    : new NetworkLoader(type, arrangement).load(network);
            NativeHeap.trim();
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoadedNetwork int8(Network network, Arrangement arrangement) throws IOException {
        Calibration ranges = calibration.isPresent() ? calibration.get() : Int8Loader.synthetic(network, type);
        return new Int8Loader(type, arrangement, ranges).load(network);
    }
}
