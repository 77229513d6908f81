package whatis.image.webp.lossy;

/** Loops over rows that the compiler turns into vector instructions: arrays of ints, one index, no branches. */
final class RowKernels {

    /** libwebp's factors from YUV to RGB, in units of 2^-14 once the product is cut by eight bits. */
    private static final int OF_LUMA = 19077;

    private static final int RED_OF_V = 26149;
    private static final int GREEN_OF_U = 6419;
    private static final int GREEN_OF_V = 13320;
    private static final int BLUE_OF_U = 33050;
    private static final int RED_OFFSET = -14234;
    private static final int GREEN_OFFSET = 8708;
    private static final int BLUE_OFFSET = -17685;

    /** The highest colour before it is cut to eight bits. */
    private static final int HIGHEST = (1 << 14) - 1;

    private RowKernels() {}

    /** Weighs two rows, packed as {@link ChromaRows} has them. */
    static void blend(int[] near, int[] far, int[] sums, int to) {
        for (int i = 0; i < to; i++) {
            sums[i] = 3 * near[i] + far[i];
        }
    }

    /** Interpolates between columns; the high field before a group, and the low field after it, are its neighbours. */
    static void interpolate(int[] sums, int[] before, int[] after, int[] even, int[] odd, int to) {
        for (int i = 0; i < to; i++) {
            int sum = sums[i];
            even[i] = 3 * sum + (sum << 16 | before[i] >>> 16) + 0x80008 >>> 4 & 0xff00ff;
            odd[i] = 3 * sum + (sum >>> 16 | after[i] << 16) + 0x80008 >>> 4 & 0xff00ff;
        }
    }

    /** Takes one luma of each group and scales it. */
    static void luma(int[] groups, int shift, int[] luma, int to) {
        for (int i = 0; i < to; i++) {
            luma[i] = (groups[i] >>> shift & 255) * OF_LUMA >> 8;
        }
    }

    static void red(int[] luma, int[] v, int shift, int[] red, int to) {
        for (int i = 0; i < to; i++) {
            int sum = luma[i] + ((v[i] >>> shift & 255) * RED_OF_V >> 8) + RED_OFFSET;
            red[i] = Math.abs(sum) - Math.abs(sum - HIGHEST) + HIGHEST >> 7;
        }
    }

    static void green(int[] luma, int[] u, int[] v, int shift, int[] green, int to) {
        for (int i = 0; i < to; i++) {
            int sum = luma[i]
                    - ((u[i] >>> shift & 255) * GREEN_OF_U >> 8)
                    - ((v[i] >>> shift & 255) * GREEN_OF_V >> 8)
                    + GREEN_OFFSET;
            green[i] = Math.abs(sum) - Math.abs(sum - HIGHEST) + HIGHEST >> 7;
        }
    }

    static void blue(int[] luma, int[] u, int shift, int[] blue, int to) {
        for (int i = 0; i < to; i++) {
            int sum = luma[i] + ((u[i] >>> shift & 255) * BLUE_OF_U >> 8) + BLUE_OFFSET;
            blue[i] = Math.abs(sum) - Math.abs(sum - HIGHEST) + HIGHEST >> 7;
        }
    }

    /** Packs four samples 0 to 255 into each int, the first as the lowest byte. */
    static void pack(int[] first, int[] second, int[] third, int[] fourth, int[] packed, int to) {
        for (int i = 0; i < to; i++) {
            packed[i] = first[i] | second[i] << 8 | third[i] << 16 | fourth[i] << 24;
        }
    }
}
