package whatis.image.jpeg;

/**
 * Libjpeg's conversion from YCbCr to RGB, together with weighing the results. Weighed samples are doubled and moved to -255
 * to 255, as {@code |v| - |v - 255|} is the quickest way to clamp v; {@link #sample} turns sums back. For the shape of the
 * loops see {@link InverseDct}; luma and chroma are packed as {@link Upsampler} has them.
 */
final class ColorKernels {

    /** 1.402, 1.772, 0.34414 and 0.71414 in 16-bit fixed point, as jdcolor.c has them. */
    static final int RED_OF_CR = 91881;

    static final int BLUE_OF_CB = 116130;

    static final int GREEN_OF_CB = 22554;
    static final int GREEN_OF_CR = 46802;

    /** Rounding, and the 128 by which chroma is moved. */
    static final int RED_OFFSET = 32768 - 128 * RED_OF_CR;

    static final int BLUE_OFFSET = 32768 - 128 * BLUE_OF_CB;
    static final int GREEN_OFFSET = 32768 + 128 * GREEN_OF_CB + 128 * GREEN_OF_CR;

    private static final int DOUBLED_FRACTION_BITS = 23;

    private ColorKernels() {}

    /** Returns what a sum of doubled samples begins with whose weights have this sum. */
    static int initialSum(int weights) {
        return 255 * weights + (1 << DOUBLED_FRACTION_BITS - 1);
    }

    /** Returns the sample, 0 to 255, for a sum of doubled samples; filters overshoot by less than half of the range. */
    static int sample(int sum) {
        int sample = sum >>> DOUBLED_FRACTION_BITS;
        return sample < 256 ? sample : sample < 384 ? 255 : 0;
    }

    /**
     * Converts to red or blue and adds to each group's sums.
     *
     * @param w the weights of samples 0 to 3 for the first sum, then for the second and the third
     * @param sums three sums for each group
     */
    static void addRedOrBlue(int[] luma, int[][] chroma, int[][] w, int[][] sums, int to, int factor, int offset) {
        addRedOrBlue(
                luma,
                chroma[0],
                chroma[1],
                w[0],
                w[1],
                w[2],
                w[3],
                w[4],
                w[5],
                w[6],
                w[7],
                w[8],
                w[9],
                w[10],
                w[11],
                sums[0],
                sums[1],
                sums[2],
                to,
                factor,
                offset,
                Opaque.zero);
    }

    /** The loop alone. */
    private static void addRedOrBlue(
            int[] luma,
            int[] even,
            int[] odd,
            int[] wa0,
            int[] wa1,
            int[] wa2,
            int[] wa3,
            int[] wb0,
            int[] wb1,
            int[] wb2,
            int[] wb3,
            int[] wc0,
            int[] wc1,
            int[] wc2,
            int[] wc3,
            int[] a,
            int[] b,
            int[] c,
            int to,
            int factor,
            int offset,
            int zero) {
        for (int i = 0; i < to; i++) {
            int l = luma[i];
            int e = even[i];
            int o = odd[i];
            int r0 = (l & 255) + ((e & 0xffff) * factor + offset >> 16);
            int r1 = (l >>> 8 & 255) + ((o & 0xffff) * factor + offset >> 16);
            int r2 = (l >>> 16 & 255) + ((e >>> 16) * factor + offset >> 16);
            int r3 = (l >>> 24) + ((o >>> 16) * factor + offset >> 16);
            r0 = (Math.abs(r0) - Math.abs(r0 - 255)) ^ zero;
            r1 = (Math.abs(r1) - Math.abs(r1 - 255)) ^ zero;
            r2 = (Math.abs(r2) - Math.abs(r2 - 255)) ^ zero;
            r3 = (Math.abs(r3) - Math.abs(r3 - 255)) ^ zero;
            a[i] = a[i] + r0 * wa0[i] + r1 * wa1[i] + r2 * wa2[i] + r3 * wa3[i];
            b[i] = b[i] + r0 * wb0[i] + r1 * wb1[i] + r2 * wb2[i] + r3 * wb3[i];
            c[i] = c[i] + r0 * wc0[i] + r1 * wc1[i] + r2 * wc2[i] + r3 * wc3[i];
        }
    }

    /**
     * Converts to green and adds to each group's sums.
     *
     * @param w the weights of samples 0 to 3 for the first sum, then for the second and the third
     * @param sums three sums for each group
     */
    static void addGreen(int[] luma, int[][] blue, int[][] red, int[][] w, int[][] sums, int to) {
        addGreen(
                luma,
                blue[0],
                blue[1],
                red[0],
                red[1],
                w[0],
                w[1],
                w[2],
                w[3],
                w[4],
                w[5],
                w[6],
                w[7],
                w[8],
                w[9],
                w[10],
                w[11],
                sums[0],
                sums[1],
                sums[2],
                to,
                GREEN_OFFSET,
                Opaque.zero);
    }

    /** The loop alone. */
    private static void addGreen(
            int[] luma,
            int[] blueEven,
            int[] blueOdd,
            int[] redEven,
            int[] redOdd,
            int[] wa0,
            int[] wa1,
            int[] wa2,
            int[] wa3,
            int[] wb0,
            int[] wb1,
            int[] wb2,
            int[] wb3,
            int[] wc0,
            int[] wc1,
            int[] wc2,
            int[] wc3,
            int[] a,
            int[] b,
            int[] c,
            int to,
            int offset,
            int zero) {
        for (int i = 0; i < to; i++) {
            int l = luma[i];
            int e = redEven[i];
            int o = redOdd[i];
            int p = blueEven[i];
            int q = blueOdd[i];
            int r0 = (l & 255) + (offset - (e & 0xffff) * GREEN_OF_CR - (p & 0xffff) * GREEN_OF_CB >> 16);
            int r1 = (l >>> 8 & 255) + (offset - (o & 0xffff) * GREEN_OF_CR - (q & 0xffff) * GREEN_OF_CB >> 16);
            int r2 = (l >>> 16 & 255) + (offset - (e >>> 16) * GREEN_OF_CR - (p >>> 16) * GREEN_OF_CB >> 16);
            int r3 = (l >>> 24) + (offset - (o >>> 16) * GREEN_OF_CR - (q >>> 16) * GREEN_OF_CB >> 16);
            r0 = (Math.abs(r0) - Math.abs(r0 - 255)) ^ zero;
            r1 = (Math.abs(r1) - Math.abs(r1 - 255)) ^ zero;
            r2 = (Math.abs(r2) - Math.abs(r2 - 255)) ^ zero;
            r3 = (Math.abs(r3) - Math.abs(r3 - 255)) ^ zero;
            a[i] = a[i] + r0 * wa0[i] + r1 * wa1[i] + r2 * wa2[i] + r3 * wa3[i];
            b[i] = b[i] + r0 * wb0[i] + r1 * wb1[i] + r2 * wb2[i] + r3 * wb3[i];
            c[i] = c[i] + r0 * wc0[i] + r1 * wc1[i] + r2 * wc2[i] + r3 * wc3[i];
        }
    }

    /**
     * Adds luma to each group's sums.
     *
     * @param w the weights of samples 0 to 3 for the first sum, then for the second and the third
     * @param sums three sums for each group
     */
    static void addGrey(int[] luma, int[][] w, int[][] sums, int to) {
        addGrey(
                luma,
                w[0],
                w[1],
                w[2],
                w[3],
                w[4],
                w[5],
                w[6],
                w[7],
                w[8],
                w[9],
                w[10],
                w[11],
                sums[0],
                sums[1],
                sums[2],
                to,
                Opaque.zero);
    }

    /** The loop alone. */
    private static void addGrey(
            int[] luma,
            int[] wa0,
            int[] wa1,
            int[] wa2,
            int[] wa3,
            int[] wb0,
            int[] wb1,
            int[] wb2,
            int[] wb3,
            int[] wc0,
            int[] wc1,
            int[] wc2,
            int[] wc3,
            int[] a,
            int[] b,
            int[] c,
            int to,
            int zero) {
        for (int i = 0; i < to; i++) {
            int l = luma[i];
            int r0 = ((l & 255) * 2 - 255) ^ zero;
            int r1 = ((l >>> 8 & 255) * 2 - 255) ^ zero;
            int r2 = ((l >>> 16 & 255) * 2 - 255) ^ zero;
            int r3 = ((l >>> 24) * 2 - 255) ^ zero;
            a[i] = a[i] + r0 * wa0[i] + r1 * wa1[i] + r2 * wa2[i] + r3 * wa3[i];
            b[i] = b[i] + r0 * wb0[i] + r1 * wb1[i] + r2 * wb2[i] + r3 * wb3[i];
            c[i] = c[i] + r0 * wc0[i] + r1 * wc1[i] + r2 * wc2[i] + r3 * wc3[i];
        }
    }

    /**
     * Converts a row to red or blue and adds it to two rows of sums.
     *
     * @param a four sums for each group, one for each of its samples, that samples count for with weight wa
     * @param b others, for weight wb
     */
    static void addRowRedOrBlue(
            int[] luma, int[][] chroma, int[][] a, int[][] b, int wa, int wb, int to, int factor, int offset) {
        addRowRedOrBlue(
                luma,
                chroma[0],
                chroma[1],
                a[0],
                a[1],
                a[2],
                a[3],
                b[0],
                b[1],
                b[2],
                b[3],
                wa,
                wb,
                to,
                factor,
                offset,
                Opaque.zero);
    }

    /** The loop alone. */
    private static void addRowRedOrBlue(
            int[] luma,
            int[] even,
            int[] odd,
            int[] a0,
            int[] a1,
            int[] a2,
            int[] a3,
            int[] b0,
            int[] b1,
            int[] b2,
            int[] b3,
            int wa,
            int wb,
            int to,
            int factor,
            int offset,
            int zero) {
        for (int i = 0; i < to; i++) {
            int l = luma[i];
            int e = even[i];
            int o = odd[i];
            int r0 = (l & 255) + ((e & 0xffff) * factor + offset >> 16);
            int r1 = (l >>> 8 & 255) + ((o & 0xffff) * factor + offset >> 16);
            int r2 = (l >>> 16 & 255) + ((e >>> 16) * factor + offset >> 16);
            int r3 = (l >>> 24) + ((o >>> 16) * factor + offset >> 16);
            r0 = (Math.abs(r0) - Math.abs(r0 - 255)) ^ zero;
            r1 = (Math.abs(r1) - Math.abs(r1 - 255)) ^ zero;
            r2 = (Math.abs(r2) - Math.abs(r2 - 255)) ^ zero;
            r3 = (Math.abs(r3) - Math.abs(r3 - 255)) ^ zero;
            a0[i] = a0[i] + r0 * wa;
            a1[i] = a1[i] + r1 * wa;
            a2[i] = a2[i] + r2 * wa;
            a3[i] = a3[i] + r3 * wa;
            b0[i] = b0[i] + r0 * wb;
            b1[i] = b1[i] + r1 * wb;
            b2[i] = b2[i] + r2 * wb;
            b3[i] = b3[i] + r3 * wb;
        }
    }

    /**
     * Converts a row to green and adds it to two rows of sums.
     *
     * @param a four sums for each group, one for each of its samples, that samples count for with weight wa
     * @param b others, for weight wb
     */
    static void addRowGreen(int[] luma, int[][] blue, int[][] red, int[][] a, int[][] b, int wa, int wb, int to) {
        addRowGreen(
                luma,
                blue[0],
                blue[1],
                red[0],
                red[1],
                a[0],
                a[1],
                a[2],
                a[3],
                b[0],
                b[1],
                b[2],
                b[3],
                wa,
                wb,
                to,
                GREEN_OFFSET,
                Opaque.zero);
    }

    /** The loop alone. */
    private static void addRowGreen(
            int[] luma,
            int[] blueEven,
            int[] blueOdd,
            int[] redEven,
            int[] redOdd,
            int[] a0,
            int[] a1,
            int[] a2,
            int[] a3,
            int[] b0,
            int[] b1,
            int[] b2,
            int[] b3,
            int wa,
            int wb,
            int to,
            int offset,
            int zero) {
        for (int i = 0; i < to; i++) {
            int l = luma[i];
            int e = redEven[i];
            int o = redOdd[i];
            int p = blueEven[i];
            int q = blueOdd[i];
            int r0 = (l & 255) + (offset - (e & 0xffff) * GREEN_OF_CR - (p & 0xffff) * GREEN_OF_CB >> 16);
            int r1 = (l >>> 8 & 255) + (offset - (o & 0xffff) * GREEN_OF_CR - (q & 0xffff) * GREEN_OF_CB >> 16);
            int r2 = (l >>> 16 & 255) + (offset - (e >>> 16) * GREEN_OF_CR - (p >>> 16) * GREEN_OF_CB >> 16);
            int r3 = (l >>> 24) + (offset - (o >>> 16) * GREEN_OF_CR - (q >>> 16) * GREEN_OF_CB >> 16);
            r0 = (Math.abs(r0) - Math.abs(r0 - 255)) ^ zero;
            r1 = (Math.abs(r1) - Math.abs(r1 - 255)) ^ zero;
            r2 = (Math.abs(r2) - Math.abs(r2 - 255)) ^ zero;
            r3 = (Math.abs(r3) - Math.abs(r3 - 255)) ^ zero;
            a0[i] = a0[i] + r0 * wa;
            a1[i] = a1[i] + r1 * wa;
            a2[i] = a2[i] + r2 * wa;
            a3[i] = a3[i] + r3 * wa;
            b0[i] = b0[i] + r0 * wb;
            b1[i] = b1[i] + r1 * wb;
            b2[i] = b2[i] + r2 * wb;
            b3[i] = b3[i] + r3 * wb;
        }
    }

    /**
     * Adds a row of luma to two rows of sums.
     *
     * @param a four sums for each group, one for each of its samples, that samples count for with weight wa
     * @param b others, for weight wb
     */
    static void addRowGrey(int[] luma, int[][] a, int[][] b, int wa, int wb, int to) {
        addRowGrey(luma, a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3], wa, wb, to, Opaque.zero);
    }

    /** The loop alone. */
    private static void addRowGrey(
            int[] luma,
            int[] a0,
            int[] a1,
            int[] a2,
            int[] a3,
            int[] b0,
            int[] b1,
            int[] b2,
            int[] b3,
            int wa,
            int wb,
            int to,
            int zero) {
        for (int i = 0; i < to; i++) {
            int l = luma[i];
            int r0 = ((l & 255) * 2 - 255) ^ zero;
            int r1 = ((l >>> 8 & 255) * 2 - 255) ^ zero;
            int r2 = ((l >>> 16 & 255) * 2 - 255) ^ zero;
            int r3 = ((l >>> 24) * 2 - 255) ^ zero;
            a0[i] = a0[i] + r0 * wa;
            a1[i] = a1[i] + r1 * wa;
            a2[i] = a2[i] + r2 * wa;
            a3[i] = a3[i] + r3 * wa;
            b0[i] = b0[i] + r0 * wb;
            b1[i] = b1[i] + r1 * wb;
            b2[i] = b2[i] + r2 * wb;
            b3[i] = b3[i] + r3 * wb;
        }
    }

    /**
     * Converts one sample of each group to RGB.
     *
     * @param lumaShift where in its int the luma is
     * @param chromaShift in which field chroma is
     * @param rgb gets red as the lowest byte, then green and blue
     */
    static void convert(
            int[] luma, int[] blue, int[] red, int[] rgb, int to, int lumaShift, int chromaShift, int two8, int zero) {
        for (int i = 0; i < to; i++) {
            int l = luma[i] >>> lumaShift & 255;
            int e = red[i] >>> chromaShift & 0xffff;
            int p = blue[i] >>> chromaShift & 0xffff;
            int r = l + (e * RED_OF_CR + RED_OFFSET >> 16);
            int b = l + (p * BLUE_OF_CB + BLUE_OFFSET >> 16);
            int g = l + (GREEN_OFFSET - e * GREEN_OF_CR - p * GREEN_OF_CB >> 16);
            r = (Math.abs(r) - Math.abs(r - 255) + 255) >> 1;
            g = (Math.abs(g) - Math.abs(g - 255) + 255) >> 1;
            b = ((Math.abs(b) - Math.abs(b - 255) + 255) >> 1) ^ zero;
            rgb[i] = (b * two8 ^ g) * two8 ^ r ^ zero;
        }
    }
}
