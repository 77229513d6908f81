package whatis.image.jpeg;

import java.util.Arrays;

/**
 * Dequantized coefficients of blocks that go through the inverse transform side by side: the coefficient in row r and
 * column c of block number i lies at {@code (8 r + c) * LANES + i}.
 */
final class BlockBatch {

    /** How many blocks lie side by side; its rows of lanes do not meet in the same cache sets. */
    static final int LANES = 528;

    /** Where coefficients in zigzag order lie; index k stands for coefficient k - 1. */
    static final int[] PLACES = places();

    /** An index runs beyond the last coefficient by a run, or by all coefficients where a block ends. */
    private static final int INDEXES = 144;

    final int[] coefficients = new int[HuffmanTable.COEFFICIENTS * LANES];

    /** For each block where its samples go; the {@link BlockStore} knows what that means. */
    final int[] address = new int[LANES];

    final int[] component = new int[LANES];

    /** How many blocks there are. */
    int count;

    private static int[] places() {
        int[] places = new int[INDEXES];
        int row = 0;
        int column = 0;
        boolean up = true;
        for (int k = 1; k <= HuffmanTable.COEFFICIENTS; k++) {
            places[k] = (FrameHeader.BLOCK_LENGTH * row + column) * LANES;
            if (up ? column == 7 : row == 7) {
                row += up ? 1 : 0;
                column += up ? 0 : 1;
                up = !up;
            } else if (up ? row == 0 : column == 0) {
                column += up ? 1 : 0;
                row += up ? 0 : 1;
                up = !up;
            } else {
                row += up ? -1 : 1;
                column += up ? 1 : -1;
            }
        }
        // A broken run past the end sets the last coefficient, as with libjpeg.
        Arrays.fill(places, HuffmanTable.COEFFICIENTS + 1, places.length, places[HuffmanTable.COEFFICIENTS]);
        return places;
    }

    /** Returns a quantization table, in zigzag order, with the indexes of {@link #PLACES}. */
    static int[] placed(int[] quantization) {
        int[] placed = new int[INDEXES];
        System.arraycopy(quantization, 0, placed, 1, HuffmanTable.COEFFICIENTS);
        Arrays.fill(placed, HuffmanTable.COEFFICIENTS + 1, INDEXES, placed[HuffmanTable.COEFFICIENTS]);
        return placed;
    }

    /** Makes room for the next blocks. */
    void clear() {
        for (int from = 0; from < coefficients.length; from += LANES) {
            Arrays.fill(coefficients, from, from + count, 0);
        }
        count = 0;
    }
}
