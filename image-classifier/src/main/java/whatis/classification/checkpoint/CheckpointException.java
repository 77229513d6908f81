package whatis.classification.checkpoint;

/**
 * Reports a checkpoint that is damaged, incomplete or of a kind that is not supported. The message names the file and
 * the field or tensor, and says what to do.
 */
public final class CheckpointException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
