package whatis.classification.image;

import whatis.image.ImageRejectedException;
import whatis.image.raster.ImageSize;

/** Says that an image's size or shape doesn't suit a checkpoint that neither stretches nor crops images. */
public final class UnexpectedImageSizeException extends ImageRejectedException {

    private static final long serialVersionUID = 1L;

    private UnexpectedImageSizeException(String message) {
        super(message);
    }

    /** Tells of an image that is resized, or not, to something else than the network's input. */
    static UnexpectedImageSizeException of(ImageSize image, ImageSize resized, ImageSize expected) {
        String complaint = image.equals(resized)
                ? "The image has %s pixels; this checkpoint does not resize and takes only %s."
                        .formatted(image, expected)
                : "The image has %s pixels, and %s once it is resized; this checkpoint does not crop and takes only %s."
                        .formatted(image, resized, expected);
        return new UnexpectedImageSizeException(complaint);
    }

    /** Tells of an image so thin that nothing is left of it. */
    static UnexpectedImageSizeException vanishing(ImageSize image) {
        return new UnexpectedImageSizeException(
                "The image has %s pixels; resized for this checkpoint, one edge would have none.".formatted(image));
    }
}
