package whatis.classification.image;

/**
 * Says that an image is not classified, and that the image is to blame. The message is a sentence for whoever sent the
 * image; what a reader had to say is only in the cause.
 */
public abstract sealed class ImageRejectedException extends RuntimeException
        permits ImageTooLargeException,
                UnexpectedImageSizeException,
                UnreadableImageException,
                UnsupportedImageFormatException {

    private static final long serialVersionUID = 1L;

    ImageRejectedException(String message) {
        super(message);
    }

    ImageRejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
