package whatis.image.raster;

/**
 * One axis of a picture that is resized, of which only a part is wanted.
 *
 * @param filter what the pixels are weighed with
 * @param source the length before
 * @param target the length after
 * @param wanted which pixels of the target are wanted
 */
public record ResizedAxis(ResamplingFilter filter, int source, int target, Span wanted) {

    /** What the two arrays of one pixel's weights take besides their elements, while an axis is turned round. */
    private static final int ARRAY_HEADERS = 64;

    /** Tells whether each target pixel is one source pixel, without any weighing. */
    boolean isPicked() {
        return filter == ResamplingFilter.NEAREST || source == target;
    }

    double scale() {
        return (double) source / target;
    }

    /** Returns how far a target pixel's sources reach from its centre, in pixels of the source. */
    private double support() {
        return isPicked() ? 0.5 : filter.support() * Math.max(scale(), 1);
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

    /** Returns the most source pixels that may be needed. */
    public int needed() {
        int last = wanted.end() - 1;
        return Math.min(source, (int) (centre(last) - centre(wanted.first()) + 2 * support()) + 3);
    }

    /** Returns the most target pixels, in a row, that a number of source pixels in a row count for. */
    public long targetsOf(int sources) {
        double reach = sources - 1 + 2 * support();
        return Math.min(wanted.count(), (long) (reach / scale()) + 2);
    }

    /** Returns how many bytes the weights take at most, those of one pixel twice more as doubles while they are computed. */
    long memory() {
        double weights = 2 * support() + 2;
        return (long)
                (2L * wanted.count() * (Integer.BYTES * (weights + 2) + ARRAY_HEADERS) + 2 * Double.BYTES * weights);
    }
}
