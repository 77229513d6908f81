package whatis.experiment.variant;

import org.jspecify.annotations.Nullable;

/**
 * How a variant ended: one of the two is there.
 *
 * @param measurement what it measured
 * @param failure why there is none, in words for the user
 */
public record Outcome(
        @Nullable Measurement measurement, @Nullable String failure) {

    public static Outcome of(Measurement measurement) {
        return new Outcome(measurement, null);
    }

    public static Outcome failed(String failure) {
        return new Outcome(null, failure);
    }
}
