package whatis.image.webp.lossless;

/** What an encoder did to the pixels of a picture, to be undone row by row from the top. */
@FunctionalInterface
interface Transform {

    /**
     * Undoes the transform.
     *
     * @param argb the row, with room for the widest
     */
    void undo(int y, int[] argb);
}
