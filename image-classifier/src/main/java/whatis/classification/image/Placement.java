package whatis.classification.image;

import whatis.image.raster.ImageSize;
import whatis.image.raster.ResizeTarget;
import whatis.image.raster.Span;

/**
 * How an image of a certain size becomes a network's input.
 *
 * @param resized the size of the whole image after resizing; only the strips of it are made
 * @param columns which columns of the resized image lie where in the input
 * @param rows which rows of the resized image lie where in the input
 */
record Placement(ImageSize resized, Strip columns, Strip rows) {

    /** Places a whole image at the top left. */
    static Placement whole(ImageSize resized) {
        return new Placement(
                resized, new Strip(new Span(0, resized.width()), 0), new Strip(new Span(0, resized.height()), 0));
    }

    /** Returns what of the image is made. */
    ResizeTarget target() {
        return new ResizeTarget(resized, columns.part(), rows.part());
    }
}
