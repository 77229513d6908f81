package whatis.image.raster;

/** A picture whose header has been read, and which can be decoded once. Not safe for use by several threads. */
public interface RowSource {

    /** Returns the size as stored, before the picture is turned upright. */
    ImageSize size();

    /** Returns how the stored picture is to be turned. */
    Orientation orientation();

    /** Returns how many bytes {@link #decode} takes at most, those of the encoded picture included. */
    long memory();

    /**
     * Returns how many bytes {@link #resize} takes at most, those of the encoded picture and of the result included.
     *
     * @param target what the upright picture becomes
     */
    default long memoryToResize(ResizeTarget target, ResamplingFilter filter) {
        return memory() + Resampling.memory(size(), orientation(), target, filter);
    }

    /**
     * Makes the one colour that the picture hides white wherever it comes, as {@code do_convert_rgb} does in transformers.
     * Without, colours count, seen or not. A picture that hides none stays as it is.
     */
    default void whitenHiddenColor() {}

    /**
     * Decodes the picture and hands on its rows as stored.
     *
     * @throws MalformedImageException if the picture is damaged or incomplete
     * @throws UnsupportedVariantException if it is of a variant that is not read
     * @throws BudgetSpentException if it takes too long
     */
    void decode(RowSink rows, DecodeBudget budget);

    /**
     * Decodes and resizes the picture as stored. Equal to resizing the rows of {@link #decode}, and throws what that
     * throws; a format may override this where it knows a shorter way.
     */
    default RgbImage resize(Resampling resampling, DecodeBudget budget) {
        RowResizer resizer = new RowResizer(resampling, budget);
        decode(resizer, budget);
        return resizer.result();
    }
}
