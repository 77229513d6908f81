package whatis.image;

/**
 * Says that a picture is not decoded, and that the picture is to blame. The message is a sentence for whoever sent it; what
 * a reader had to say is only in the cause.
 */
public abstract class ImageRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected ImageRejectedException(String message) {
        super(message);
    }

    protected ImageRejectedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Tells whether the message names the format, or variant of one, that is not read. */
    public boolean namesWhatIsNotRead() {
        return false;
    }
}
