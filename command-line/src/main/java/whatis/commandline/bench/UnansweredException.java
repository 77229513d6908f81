package whatis.commandline.bench;

/** Thrown when a picture wasn't answered; the message is the kind of failure, which failures are counted by. */
public final class UnansweredException extends Exception {

    private static final long serialVersionUID = 1;

    UnansweredException(String kind) {
        super(kind);
    }

    UnansweredException(Exception cause) {
        super(cause.getClass().getSimpleName(), cause);
    }
}
