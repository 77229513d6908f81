package whatis.image.webp.lossy;

/**
 * Brings rows of one chroma to the width and height of luma: between four samples, the nearest counts 9 times, the next two
 * 3 times, the last once. Fields of 16 bits hold the samples, two in an int, for four pixels.
 */
final class ChromaRows {

    private static final int NONE = -1;

    /** For each group of four pixels the first and the third. */
    final int[] even;

    /** For each group of four pixels the second and the fourth. */
    final int[] odd;

    private final Plane plane;
    private final int width;
    private final int height;
    private final int groups;

    /** The last two rows of samples. */
    private final int[][] rows;

    private final int[] rowNumbers = {NONE, NONE};
    private final int[] sums;
    private final int[] before;
    private final int[] after;

    /**
     * Sets up for a picture.
     *
     * @param width how many samples count in a row
     * @param height how many rows count
     * @param groups how many groups of four pixels a row has
     */
    ChromaRows(Plane plane, int width, int height, int groups) {
        this.plane = plane;
        this.width = width;
        this.height = height;
        this.groups = groups;
        this.rows = new int[2][groups];
        this.sums = new int[groups];
        this.before = new int[groups];
        this.after = new int[groups];
        this.even = new int[groups];
        this.odd = new int[groups];
    }

    /**
     * Makes a row.
     *
     * @param y the row of the picture
     * @param firstRow the row of chroma that the plane's smoothed samples begin with
     */
    void make(int y, int firstRow) {
        int near = y >> 1;
        int far = (y & 1) == 0 ? Math.max(0, near - 1) : Math.min(height - 1, near + 1);
        RowKernels.blend(row(near, firstRow), row(far, firstRow), sums, groups);
        System.arraycopy(sums, 0, before, 1, groups - 1);
        before[0] = sums[0] << 16;
        System.arraycopy(sums, 1, after, 0, groups - 1);
        after[groups - 1] = sums[groups - 1] >>> 16;
        RowKernels.interpolate(sums, before, after, even, odd, groups);
    }

    private int[] row(int number, int firstRow) {
        int slot = number & 1;
        if (rowNumbers[slot] != number) {
            rowNumbers[slot] = number;
            load(rows[slot], (number - firstRow) * plane.stride + Plane.MARGIN);
        }
        return rows[slot];
    }

    private void load(int[] row, int from) {
        byte[] samples = plane.smoothed;
        int at = from;
        for (int group = 0; group < groups; group++) {
            row[group] = samples[at] & 0xff | (samples[at + 1] & 0xff) << 16;
            at += 2;
        }
        if (width % 2 != 0) {
            row[groups - 1] = (row[groups - 1] & 0xffff) * 0x10001;
        }
    }
}
