package whatis.image.raster;

/**
 * Some columns, or rows, side by side.
 *
 * @param first the first of them, from 0
 * @param count how many there are, at least one
 */
public record Span(int first, int count) {

    public Span {
        if (first < 0 || count < 1 || first > Integer.MAX_VALUE - count) {
            throw new IllegalArgumentException("no span: " + count + " from " + first);
        }
    }

    /** Returns the one after the last. */
    public int end() {
        return first + count;
    }

    /** Tells whether a column or row is one of these. */
    public boolean contains(int position) {
        return position >= first && position < end();
    }
}
