package whatis.image.jpeg;

/**
 * The inverse transform of blocks whose coefficients are too large for 16 bits in between, which only broken files have:
 * sums wrap, and results of the first pass are cut, as in the vector code of libjpeg-turbo (jidctint-avx2.asm).
 */
final class SaturatingDct {

    private static final int LENGTH = FrameHeader.BLOCK_LENGTH;
    private static final int COLUMN_SHIFT = 11;
    private static final int ROW_SHIFT = 18;
    private static final int CENTRE = 128;

    private SaturatingDct() {}

    /**
     * Transforms a block in place.
     *
     * @param block coefficients row by row, each of 16 bits; then samples 0 to 255
     */
    static void transform(int[] block) {
        if (hasOneRow(block)) {
            spreadRow(block);
        } else {
            for (int column = 0; column < LENGTH; column++) {
                pass(block, column, LENGTH, COLUMN_SHIFT);
            }
            for (int i = 0; i < block.length; i++) {
                block[i] = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, block[i]));
            }
        }
        for (int row = 0; row < LENGTH; row++) {
            pass(block, row * LENGTH, 1, ROW_SHIFT);
        }
        for (int i = 0; i < block.length; i++) {
            block[i] = Math.max(-CENTRE, Math.min(CENTRE - 1, block[i])) + CENTRE;
        }
    }

    private static boolean hasOneRow(int[] block) {
        for (int i = LENGTH; i < block.length; i++) {
            if (block[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Takes the way that is shorter where columns are even, on which numbers wrap instead of being cut. */
    private static void spreadRow(int[] block) {
        for (int i = block.length - 1; i >= 0; i--) {
            block[i] = (short) (block[i % LENGTH] << 2);
        }
    }

    private static void pass(int[] block, int from, int step, int shift) {
        int rounding = 1 << shift - 1;
        int q3 = block[from + step];
        int q2 = block[from + 3 * step];
        int q1 = block[from + 5 * step];
        int q0 = block[from + 7 * step];
        int y4 = (short) (q1 + q3);
        int y3 = (short) (q0 + q2);
        int left = y4 * 9633 - y3 * 6436;
        int right = y3 * 9633 + y4 * 6437;
        int p0 = left - q0 * 4927 - q3 * 7373;
        int p1 = right - q1 * 4176 - q2 * 20995;
        int p2 = left + q2 * 4177 - q1 * 20995;
        int p3 = right + q3 * 4926 - q0 * 7373;
        int z2 = block[from + 2 * step];
        int z3 = block[from + 6 * step];
        int t2 = z2 * 4433 - z3 * 10704;
        int t3 = z2 * 10703 + z3 * 4433;
        int t0 = (short) (block[from] + block[from + 4 * step]) << 13;
        int t1 = (short) (block[from] - block[from + 4 * step]) << 13;
        block[from] = t0 + t3 + p3 + rounding >> shift;
        block[from + 7 * step] = t0 + t3 - p3 + rounding >> shift;
        block[from + step] = t1 + t2 + p2 + rounding >> shift;
        block[from + 6 * step] = t1 + t2 - p2 + rounding >> shift;
        block[from + 2 * step] = t1 - t2 + p1 + rounding >> shift;
        block[from + 5 * step] = t1 - t2 - p1 + rounding >> shift;
        block[from + 3 * step] = t0 - t3 + p0 + rounding >> shift;
        block[from + 4 * step] = t0 - t3 - p0 + rounding >> shift;
    }
}
