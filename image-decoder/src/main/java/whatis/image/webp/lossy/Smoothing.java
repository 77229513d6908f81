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

    private void simple(Plane plane, int column, boolean first, FilterStrength strength) {
        int at = plane.smoothedAt(column);
        smoothSimply(plane, at, 1, plane.stride, column > 0, inner[column], strength);
        smoothSimply(plane, at, plane.stride, 1, !first, inner[column], strength);
    }

    private static void smoothSimply(
            Plane plane, int at, int across, int along, boolean outer, boolean inner, FilterStrength strength) {
        if (outer) {
            EdgeFilter.simple(plane.smoothed, at, across, along, plane.length, strength.outer());
        }
        for (int i = BLOCK; i < plane.length && inner; i += BLOCK) {
            EdgeFilter.simple(plane.smoothed, at + i * across, across, along, plane.length, strength.inner());
        }
    }

    private void normal(Plane plane, int column, boolean first, FilterStrength strength) {
        int at = plane.smoothedAt(column);
        smooth(plane, at, 1, plane.stride, column > 0, inner[column], strength);
        smooth(plane, at, plane.stride, 1, !first, inner[column], strength);
    }

    private static void smooth(
            Plane plane, int at, int across, int along, boolean outer, boolean inner, FilterStrength strength) {
        if (outer) {
            EdgeFilter.outer(plane.smoothed, at, across, along, plane.length, strength);
        }
        for (int i = BLOCK; i < plane.length && inner; i += BLOCK) {
            EdgeFilter.inner(plane.smoothed, at + i * across, across, along, plane.length, strength);
        }
    }
}
