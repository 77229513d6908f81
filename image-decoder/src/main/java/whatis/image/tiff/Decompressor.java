package whatis.image.tiff;

/** Decompresses segments, that is strips or tiles, one after the other, and each row by row. */
interface Decompressor {

    /** Begins a segment, which is the bytes [from, to). */
    void begin(byte[] data, int from, int to);

    /**
     * Reads the next bytes of the segment.
     *
     * @param row gets them at its front
     * @throws whatis.image.raster.MalformedImageException if they are damaged, or there aren't as many
     */
    void read(byte[] row, int length);

    /** Gives back what isn't garbage once no segment follows. */
    default void close() {}
}
