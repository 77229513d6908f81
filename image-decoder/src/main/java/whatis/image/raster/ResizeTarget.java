package whatis.image.raster;

/**
 * What a picture is resized to, and which part of that is wanted; only that part is made.
 *
 * @param size the size that the whole picture would get
 * @param columns which columns of it are wanted
 * @param rows which rows of it are wanted
 */
public record ResizeTarget(ImageSize size, Span columns, Span rows) {

    public ResizeTarget {
        if (columns.end() > size.width() || rows.end() > size.height()) {
            throw new IllegalArgumentException(columns + " and " + rows + " are not within " + size);
        }
    }

    /** Wants the whole picture. */
    public static ResizeTarget whole(ImageSize size) {
        return new ResizeTarget(size, new Span(0, size.width()), new Span(0, size.height()));
    }

    /** Returns the size of the wanted part. */
    public ImageSize part() {
        return new ImageSize(columns.count(), rows.count());
    }
}
