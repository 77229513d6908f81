package whatis.classification.engine;

import java.time.Duration;

/** Thrown when an image was not classified within the time that its caller would wait. */
public final class DeadlineExceededException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DeadlineExceededException(Duration waited) {
        super("The image was not classified within " + waited.toMillis() + " ms.");
    }
}
