package whatis.image.tiff;

/** Takes the rows of a picture from the top to the bottom, as samples of a {@link PixelKind}. */
@FunctionalInterface
interface SampleSink {

    /**
     * Takes the next row.
     *
     * @param samples has the channels of the row's pixels, pixel by pixel; written again later
     * @param from where in there the row begins
     */
    void row(int y, byte[] samples, int from);
}
