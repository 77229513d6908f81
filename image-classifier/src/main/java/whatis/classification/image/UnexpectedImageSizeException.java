package whatis.classification.image;

/** Says that a checkpoint that does not resize got an image of another size than its own. */
public final class UnexpectedImageSizeException extends ImageRejectedException {

    private static final long serialVersionUID = 1L;

    UnexpectedImageSizeException(ImageSize actual, ImageSize expected) {
        super("The image has " + actual + " pixels; this checkpoint does not resize and takes only " + expected + ".");
    }
}
