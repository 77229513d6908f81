package whatis.classification.calibration;

/**
 * What int8 has to reach.
 *
 * @param percentChanged the most answers that may change, of a hundred
 * @param threshold the score from which a label counts as known, 0 to 1
 */
public record Aim(double percentChanged, double threshold) {

    public Aim {
        if (!(percentChanged >= 0 && percentChanged <= 100)) {
            throw new IllegalArgumentException(
                    "The aim must be 0 to 100 percent of answers, not %s.".formatted(percentChanged));
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("The threshold must be 0 to 1, not %s.".formatted(threshold));
        }
    }

    /**
     * Tells whether it is reached.
     *
     * @param floats of the floats that would run else: int8 need not be better than these
     */
    boolean metBy(Agreement int8, Agreement floats) {
        return int8.percentChanged() <= percentChanged || int8.changed() <= floats.changed();
    }
}
