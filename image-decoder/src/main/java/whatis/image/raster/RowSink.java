package whatis.image.raster;

/** Takes the rows of a picture, from the top to the bottom, each once. */
@FunctionalInterface
public interface RowSink {

    /**
     * Takes the next row.
     *
     * @param y the number of the row, from 0
     * @param rgb red, green and blue of each pixel from the left; the array is written again once this returns
     */
    void row(int y, byte[] rgb);
}
