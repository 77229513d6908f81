package whatis.experiment.report;

import java.util.Objects;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Outcome;
import whatis.experiment.variant.Variant;

/**
 * What became of a variant.
 *
 * @param peakMemory bytes that all its processes took at most, what they share counted once; 0 if unknown
 */
public record Result(Variant variant, Outcome outcome, long peakMemory) {

    public boolean succeeded() {
        return outcome.measurement() != null;
    }

    /** Returns the measurement of a variant that succeeded. */
    public Measurement measurement() {
        return Objects.requireNonNull(outcome.measurement());
    }

    public double imagesPerSecond() {
        return measurement().answers().size() / measurement().seconds();
    }
}
