package whatis.image.webp.lossy;

import org.jspecify.annotations.Nullable;

/**
 * How much of a difference is smoothed: RFC 6386, section 15.
 *
 * @param outer the most that four times the step across a macroblock's edge, and the one beside, may add up to
 * @param inner the same for edges within
 * @param interior the most by which neighbours on one side of an edge may differ
 * @param variance above which difference of neighbours beside the edge less is smoothed
 */
record FilterStrength(int outer, int inner, int interior, int variance) {

    private static final int HIGHEST_LEVEL = 63;

    /** @param level any number; of what is out of range the nearest counts */
    static @Nullable FilterStrength of(int level, int sharpness) {
        int clamped = Math.min(level, HIGHEST_LEVEL);
        if (clamped <= 0) {
            return null;
        }
        int interior = clamped;
        if (sharpness > 0) {
            interior = Math.min(clamped >> (sharpness > 4 ? 2 : 1), 9 - sharpness);
        }
        interior = Math.max(1, interior);
        int limit = 2 * clamped + interior;
        int variance = clamped >= 40 ? 2 : clamped >= 15 ? 1 : 0;
        return new FilterStrength(2 * (limit + 4) + 1, 2 * limit + 1, interior, variance);
    }
}
