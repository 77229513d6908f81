package whatis.experiment.report;

import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Phase;

/**
 * What a variant would need under other circumstances, as far as its figures tell.
 *
 * <p>Until the first answer everything is a cost of starting, but for loading data, which grows with the data. From there on
 * the work grows with the images and, in the variants that share them out, shrinks with the cores.
 */
final class Projection {

    private final Result result;
    private final Setup setup;
    private final Measurement measurement;

    Projection(Result result, Setup setup) {
        this.result = result;
        this.setup = setup;
        this.measurement = result.measurement();
    }

    /** Returns images a second once everything is loaded. */
    double warmRate() {
        return setup.images() / warmSeconds();
    }

    private double warmSeconds() {
        return Math.max(1e-9, measurement.seconds() - measurement.warm());
    }

    /** Returns seconds with a multiple of the images and of the dataset. */
    double seconds(int times) {
        double load = measurement.seconds(Phase.DATA_LOAD) + measurement.besideSeconds(Phase.DATA_LOAD);
        return measurement.seconds() + (times - 1) * (load + warmSeconds());
    }

    /** Returns seconds with a number of cores, if the work is shared out as well as on this machine's. */
    double secondsOn(int cores) {
        return measurement.warm() + warmSeconds() * setup.cores() / cores;
    }

    /** Returns bytes with a multiple of the dataset. */
    double memory(int times) {
        return result.peakMemory() + (times - 1.0) * copies() * setup.datasetBytes();
    }

    /** Returns bytes with a number of cores. */
    double memoryOn(int cores) {
        boolean grows = result.variant().isOfActors();
        return grows ? (double) result.peakMemory() * cores / setup.cores() : result.peakMemory();
    }

    /** Returns how many times the dataset is in memory as a whole. */
    int copies() {
        return switch (result.variant()) {
            case A, C2, D -> 1;
            case B -> 0;
            case C1 -> measurement.workers();
        };
    }
}
