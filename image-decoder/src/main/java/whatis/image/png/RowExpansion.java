package whatis.image.png;

/** Makes red, green and blue of a decoded row. */
@FunctionalInterface
interface RowExpansion {

    /**
     * Expands a row.
     *
     * @param rgb gets three bytes a pixel
     */
    void expand(byte[] decoded, int pixels, byte[] rgb);
}
