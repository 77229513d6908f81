package whatis.image.webp.lossy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Smooths the edges of a row of macroblocks. */
final class Smoothing {

    private static final int BLOCK = 4;

    private final EdgeFilter filter = new EdgeFilter();
    private final EdgeKind outerEdges;
    private final EdgeKind innerEdges;
    private final Plane[] planes;
    private final @Nullable FilterStrength[] strengths;
    private final boolean[] inner;

    /** @param planes luma, then chroma, which the simple filter leaves as it is */
    Smoothing(LoopFilter filter, int macroblocksAcross, Plane... planes) {
        this.outerEdges = filter.simple() ? EdgeKind.SIMPLE_OUTER : EdgeKind.OUTER;
        this.innerEdges = filter.simple() ? EdgeKind.SIMPLE_INNER : EdgeKind.INNER;
        this.planes = filter.simple() ? Arrays.copyOf(planes, 1) : planes;
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
            if (strength != null) {
                for (Plane plane : planes) {
                    smooth(plane, column, first, strength);
                }
            }
        }
    }

    private void smooth(Plane plane, int column, boolean first, FilterStrength strength) {
        byte[] samples = plane.smoothed;
        int stride = plane.stride;
        int at = plane.smoothedAt(column);
        int within = inner[column] ? plane.length : BLOCK;
        for (int i = column > 0 ? 0 : BLOCK; i < within; i += BLOCK) {
            filter.upright(samples, at + i, stride, plane.length, i == 0 ? outerEdges : innerEdges, strength);
        }
        for (int i = first ? BLOCK : 0; i < within; i += BLOCK) {
            filter.level(samples, at + i * stride, stride, plane.length, i == 0 ? outerEdges : innerEdges, strength);
        }
    }
}
