package whatis.image.jpeg;

/** Converts colours and weighs them for a horizontal pass. For the rest see {@link ColorKernels}. */
final class HorizontalKernels {

    private HorizontalKernels() {}

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
                ColorKernels.GREEN_OFFSET,
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
            int r0 = (l & 255)
                    + (offset - (e & 0xffff) * ColorKernels.GREEN_OF_CR - (p & 0xffff) * ColorKernels.GREEN_OF_CB
                            >> 16);
            int r1 = (l >>> 8 & 255)
                    + (offset - (o & 0xffff) * ColorKernels.GREEN_OF_CR - (q & 0xffff) * ColorKernels.GREEN_OF_CB
                            >> 16);
            int r2 = (l >>> 16 & 255)
                    + (offset - (e >>> 16) * ColorKernels.GREEN_OF_CR - (p >>> 16) * ColorKernels.GREEN_OF_CB >> 16);
            int r3 = (l >>> 24)
                    + (offset - (o >>> 16) * ColorKernels.GREEN_OF_CR - (q >>> 16) * ColorKernels.GREEN_OF_CB >> 16);
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
}
