package whatis.classification.engine;

/** Too many images wait already: none of them would gain if another one joined them. Try again later. */
public final class QueueFullException extends RuntimeException {

    private static final long serialVersionUID = 1;

    QueueFullException(int capacity) {
        super("The classifier is busy: %d images wait already.".formatted(capacity));
    }
}
