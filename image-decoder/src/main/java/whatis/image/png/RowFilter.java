package whatis.image.png;

import java.util.List;
import whatis.image.raster.MalformedImageException;

/**
 * Takes the filter of a row back, by which it was stored as differences to the pixels on the left and above. Only what becomes
 * part of the picture is decoded: not alpha, nor the low bytes of colours.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#9Filters">PNG, filtering</a>
 */
abstract class RowFilter {

    private static final int NONE = 0;
    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int AVERAGE = 3;
    private static final int PAETH = 4;

    private final boolean contiguous;

    /** @param contiguous whether all bytes that are stored are decoded, in order */
    RowFilter(boolean contiguous) {
        this.contiguous = contiguous;
    }

    /** Returns what decodes rows of a format: to red, green and blue, or to the samples of one channel as stored. */
    static List<RowFilter> of(PixelFormat format) {
        int stride = format.stride();
        if (format.isTrueColor()) {
            return List.of(new ColorFilter(stride, format.depth() / 8));
        }
        return format.isDeepGrey()
                ? List.of(new SampleFilter(0, stride, 2), new SampleFilter(1, stride, 2))
                : List.of(new SampleFilter(0, stride, 1));
    }

    /**
     * Decodes a row.
     *
     * @param encoded holds the number of the filter, then the row as stored
     * @param position where the number of the filter is
     * @param above the decoded row above
     * @param row gets the decoded row
     * @param length how many bytes the decoded row has
     * @throws MalformedImageException if there is no such filter
     */
    final void decode(byte[] encoded, int position, byte[] above, byte[] row, int length) {
        int from = position + 1;
        int filter = encoded[position];
        if (contiguous && filter == NONE) {
            System.arraycopy(encoded, from, row, 0, length);
            return;
        }
        if (contiguous && filter == UP) {
            add(encoded, from, above, row, length);
            return;
        }
        switch (filter) {
            case NONE -> none(encoded, from, row, length);
            case SUB -> sub(encoded, from, row, length);
            case UP -> up(encoded, from, above, row, length);
            case AVERAGE -> average(encoded, from, above, row, length);
            case PAETH -> paeth(encoded, from, above, row, length);
            default -> throw new MalformedImageException("there is no filter " + filter);
        }
    }

    /** A loop that the compiler turns into vector instructions. */
    static void add(byte[] encoded, int from, byte[] above, byte[] row, int length) {
        for (int i = 0; i < length; i++) {
            row[i] = (byte) (encoded[from + i] + above[i]);
        }
    }

    abstract void none(byte[] encoded, int from, byte[] row, int length);

    abstract void sub(byte[] encoded, int from, byte[] row, int length);

    abstract void up(byte[] encoded, int from, byte[] above, byte[] row, int length);

    abstract void average(byte[] encoded, int from, byte[] above, byte[] row, int length);

    abstract void paeth(byte[] encoded, int from, byte[] above, byte[] row, int length);

    /**
     * Returns whichever of three samples lies next to left + above - corner; where several do, left goes before above, and
     * above before corner. As the corner moves from far below the other two to far above them, that is the larger one, then
     * the corner itself, then the smaller one, which takes no distances to find out.
     */
    static int predictor(int left, int above, int corner) {
        int mirrored = 3 * corner - left - above;
        int low = Math.min(left, above);
        int high = Math.max(left, above);
        int unlessLow = high <= mirrored ? low : corner;
        return mirrored <= low ? high : unlessLow;
    }
}
