package whatis.image.webp.lossy;

import org.jspecify.annotations.Nullable;

/** Smooths the edges of a row of macroblocks. */
final class Smoothing {

    private static final int BLOCK = 4;

    private final boolean simple;
    private final Plane[] planes;
    private final @Nullable FilterStrength[] strengths;
    private final boolean[] inner;

    /** @param planes luma, then chroma */
    Smoothing(LoopFilter filter, int macroblocksAcross, Plane... planes) {
        this.simple = filter.simple();
        this.planes = planes;
        this.strengths = new FilterStrength[macroblocksAcross];
        this.inner = new boolean[macroblocksAcross];
    }

    /**
     * Notes how to smooth a macroblock.
     *
     * @param strength null for not at all
     * @param edgesWithin whether edges between its blocks are smoothed, too
     */
    void note(int column, @Nullable FilterStrength strength, boolean edgesWithin) {
        strengths[column] = strength;
        inner[column] = edgesWithin;
    }

    /** Smooths a row, the first of which has no edge above. */
    void row(boolean first) {
        for (int column = 0; column < strengths.length; column++) {
            FilterStrength strength = strengths[column];
            if (strength == null) {
                continue;
            }
            if (simple) {
                simple(planes[0], column, first, strength);
            } else {
                for (Plane plane : planes) {
                    normal(plane, column, first, strength);
                }
            }
        }
    }

    private void normal(Plane plane, int column, boolean first, FilterStrength strength) {
        byte[] samples = plane.smoothed;
        int stride = plane.stride;
        int at = plane.smoothedAt(column);
        int within = inner[column] ? plane.length : BLOCK;
        for (int i = column > 0 ? 0 : BLOCK; i < within; i += BLOCK) {
            EdgeFilter.upright(samples, at + i, stride, plane.length, i == 0, strength);
        }
        for (int i = first ? BLOCK : 0; i < within; i += BLOCK) {
            EdgeFilter.level(samples, at + i * stride, stride, plane.length, i == 0, strength);
        }
    }

    private void simple(Plane plane, int column, boolean first, FilterStrength strength) {
        byte[] samples = plane.smoothed;
        int stride = plane.stride;
        int at = plane.smoothedAt(column);
        int within = inner[column] ? plane.length : BLOCK;
        for (int i = column > 0 ? 0 : BLOCK; i < within; i += BLOCK) {
            EdgeFilter.simple(samples, at + i, 1, stride, plane.length, i == 0, strength);
        }
        for (int i = first ? BLOCK : 0; i < within; i += BLOCK) {
            EdgeFilter.simple(samples, at + i * stride, stride, 1, plane.length, i == 0, strength);
        }
    }
}
