package whatis.classification.timing;

import java.time.Duration;

/** Thrown when an image was not classified within the time that its caller would wait. */
public final class DeadlineExceededException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param patience how long the caller would wait in all */
    DeadlineExceededException(Duration patience) {
        super("The image was not classified within " + patience.toMillis() + " ms.");
    }
}
