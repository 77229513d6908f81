package whatis.image.jpeg;

/**
 * How the samples of a band lie in an array: 16 rows of groups, a group being what one int of packed samples stands for,
 * with a group to spare at either end of each row. All kernels go over such arrays from one end to the other, and so don't
 * care which of the two layouts it is; only what is done with neighbours, and with sums, does.
 *
 * @param groups how many groups make a row
 * @param columnStep how far apart a group and the next in its row are
 * @param rowStep how far apart a group and the one below are
 */
record BandLayout(int groups, int columnStep, int rowStep) {

    /** How many rows of the most coarsely sampled component a band has. */
    static final int ROWS = 16;

    /** What lies before the first group, and behind the last one; a group's neighbours are never farther away. */
    static final int MARGIN = 16;

    /** Lays the 16 samples of a column side by side, so that rows can be summed up horizontally. */
    static BandLayout columns(int groups) {
        return new BandLayout(groups, ROWS, 1);
    }

    /** Lays rows one after another. */
    static BandLayout rows(int groups) {
        return new BandLayout(groups, 1, (groups + 2 + ROWS - 1) / ROWS * ROWS);
    }

    /** Returns where a group lies; groups -1 and {@link #groups} are to spare. */
    int index(int group, int row) {
        return MARGIN + group * columnStep + row * rowStep;
    }

    /** Returns how long an array must be. */
    int length() {
        return (columnStep == ROWS ? groups * ROWS : ROWS * rowStep) + 2 * MARGIN;
    }
}
