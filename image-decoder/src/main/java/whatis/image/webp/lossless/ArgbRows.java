package whatis.image.webp.lossless;

/** Takes the rows of a picture, from the top to the bottom, each once. */
@FunctionalInterface
public interface ArgbRows {

    /**
     * Takes the next row.
     *
     * @param y the number of the row, from 0
     * @param argb the pixels from the left: alpha, red, green and blue from the highest byte to the lowest, colours not
     *     multiplied by alpha; the array may be longer than the row, and is written again once this returns
     */
    void row(int y, int[] argb);
}
