package whatis.classification.image;

/**
 * One axis of an image that is resized, of which only a part is wanted.
 *
 * @param filter what the pixels are weighed with
 * @param source the length before
 * @param target the length after
 * @param first the first wanted pixel of the target
 * @param count how many pixels of the target are wanted, at least one
 */
record ResizedAxis(ResamplingFilter filter, int source, int target, int first, int count) {

    /** What the arrays of one pixel's weights take besides their elements. */
    private static final int ARRAY_HEADERS = 32;

    boolean changes() {
        return source != target;
    }

    double scale() {
        return (double) source / target;
    }

    /** Returns how far the filter reaches, in pixels of the source. */
    double support() {
        return filter.support() * Math.max(scale(), 1);
    }

    /** Returns the middle of a target pixel, in pixels of the source. */
    double centre(int pixel) {
        return (pixel + 0.5) * scale();
    }

    /** Returns the first source pixel that makes a target pixel. */
    int from(int pixel) {
        return Math.max(0, (int) (centre(pixel) - support() + 0.5));
    }

    /** Returns the source pixel after the last one that makes a target pixel. */
    int to(int pixel) {
        return Math.min(source, (int) (centre(pixel) + support() + 0.5));
    }

    /** Returns the first source pixel that is needed. */
    int neededFirst() {
        return changes() ? from(first) : first;
    }

    /** Returns how many source pixels are needed. */
    int needed() {
        return changes() ? to(first + count - 1) - from(first) : count;
    }

    /** Returns how many bytes the weights take at most, those of one pixel twice more as doubles while they are computed. */
    long memory() {
        if (!changes()) {
            return 0;
        }
        double weights = 2 * support() + 2;
        return (long) (count * (Integer.BYTES * weights + ARRAY_HEADERS) + 2 * Double.BYTES * weights);
    }

    ResamplingWeights weights(DecodeBudget budget) {
        return ResamplingWeights.of(this, budget);
    }
}
