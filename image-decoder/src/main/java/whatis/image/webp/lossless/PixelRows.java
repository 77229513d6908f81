package whatis.image.webp.lossless;

/** Takes the rows of pixels as they are coded, from the top to the bottom, each once. */
@FunctionalInterface
interface PixelRows {

    /**
     * Takes the next row.
     *
     * @param argb not to be changed, as later pixels may be copies of it; written again later
     * @param from where in the array the row begins
     */
    void row(int y, int[] argb, int from);
}
