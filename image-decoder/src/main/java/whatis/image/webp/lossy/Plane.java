package whatis.image.webp.lossy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The luma, or one chroma, of a row of macroblocks. Predictions refer to samples that are not smoothed yet, so these lie
 * apart: {@link #fresh} has the row and one above, {@link #smoothed} the row and {@link #contextRows} above.
 */
final class Plane {

    /** Four samples, the leftmost as the lowest byte. */
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Where rows begin: there is room for a neighbour to the left, and for some to the right. */
    static final int MARGIN = 16;

    private static final byte NOTHING_ABOVE = 127;
    private static final byte NOTHING_LEFT = (byte) 129;

    final int stride;

    /** The side of a macroblock. */
    final int length;

    /** How many rows above the row of macroblocks smoothing and interpolation look at. */
    final int contextRows;

    final byte[] fresh;
    final byte[] smoothed;

    Plane(int macroblocksAcross, int length) {
        this.length = length;
        this.stride = macroblocksAcross * length + 2 * MARGIN;
        this.contextRows = contextRows(length);
        this.fresh = new byte[stride * (length + 1)];
        this.smoothed = new byte[stride * (length + contextRows)];
        Arrays.fill(fresh, 0, stride, NOTHING_ABOVE);
        for (int row = 1; row <= length; row++) {
            fresh[row * stride + MARGIN - 1] = NOTHING_LEFT;
        }
    }

    /** Smoothing leaves so many rows unfinished, and interpolation needs one more of chroma, two of luma. */
    private static int contextRows(int length) {
        return length / 2 + length / 8;
    }

    /** Returns how many bytes a plane takes. */
    static long memory(int macroblocksAcross, int length) {
        long rows = length + 1 + length + contextRows(length);
        return rows * ((long) macroblocksAcross * length + 2 * MARGIN);
    }

    /** Returns where a macroblock begins in {@link #fresh}. */
    int freshAt(int column) {
        return stride + MARGIN + column * length;
    }

    /** Returns where a macroblock begins in {@link #smoothed}. */
    int smoothedAt(int column) {
        return contextRows * stride + MARGIN + column * length;
    }

    /** Hands the row on to be smoothed, and its last samples to the predictions of the next. */
    void passOn() {
        int macroblocks = length * stride;
        System.arraycopy(fresh, stride, smoothed, contextRows * stride, macroblocks);
        System.arraycopy(fresh, macroblocks, fresh, 0, stride);
        fresh[MARGIN - 1] = NOTHING_LEFT;
        Arrays.fill(fresh, stride - MARGIN, stride, fresh[stride - MARGIN - 1]);
    }

    /** Makes room for the next row. */
    void moveUp() {
        System.arraycopy(smoothed, length * stride, smoothed, 0, contextRows * stride);
    }
}
