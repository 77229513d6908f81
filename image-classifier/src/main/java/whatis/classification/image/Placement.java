package whatis.classification.image;

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
        return new Placement(resized, new Strip(0, resized.width(), 0), new Strip(0, resized.height(), 0));
    }
}
