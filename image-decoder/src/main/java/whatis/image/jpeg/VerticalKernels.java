package whatis.image.jpeg;

/** Converts colours and weighs them for a vertical pass. For the rest see {@link ColorKernels}. */
final class VerticalKernels {

    private VerticalKernels() {}

    /**
     * Converts a row to red or blue and adds it to two rows of sums.
     *
     * @param a four sums for each group, one for each of its samples, that samples count for with weight wa
     * @param b others, for weight wb
     */
    static void addRedOrBlue(
            int[] luma, int[][] chroma, int[][] a, int[][] b, int wa, int wb, int to, int factor, int offset) {
        addRedOrBlue(
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
    private static void addRedOrBlue(
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
    static void addGreen(int[] luma, int[][] blue, int[][] red, int[][] a, int[][] b, int wa, int wb, int to) {
        addGreen(
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
    static void addGrey(int[] luma, int[][] a, int[][] b, int wa, int wb, int to) {
        addGrey(luma, a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3], wa, wb, to, Opaque.zero);
    }

    /** The loop alone. */
    private static void addGrey(
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
}
