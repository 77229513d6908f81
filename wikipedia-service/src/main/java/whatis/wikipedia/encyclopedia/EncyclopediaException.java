package whatis.wikipedia.encyclopedia;

import java.time.Duration;

/** Says that an encyclopedia gave no answer, and whether it is worth asking again. Its message is for the log. */
public final class EncyclopediaException extends RuntimeException {

    /** The ways to fail. */
    public enum Failure {
        /** What came back is not an answer to the question. */
        ERROR,
        /** It cannot be asked now: it is down, it is too busy, or the rules forbid one more request. */
        UNAVAILABLE,
        /** It did not answer in time. */
        TIMEOUT
    }

    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final Duration retryAfter;
    private final boolean answered;

    private EncyclopediaException(Failure failure, String message, Duration retryAfter, boolean answered) {
        super(message);
        this.failure = failure;
        this.retryAfter = retryAfter;
        this.answered = answered;
    }

    static EncyclopediaException error(String message) {
        return new EncyclopediaException(Failure.ERROR, message, Duration.ZERO, true);
    }

    /** It said so itself, or its rules do. */
    static EncyclopediaException unavailable(String message, Duration retryAfter) {
        return new EncyclopediaException(Failure.UNAVAILABLE, message, retryAfter, true);
    }

    /** There is no way to it. */
    static EncyclopediaException unreachable(String message, Duration retryAfter) {
        return new EncyclopediaException(Failure.UNAVAILABLE, message, retryAfter, false);
    }

    static EncyclopediaException timeout(String message) {
        return new EncyclopediaException(Failure.TIMEOUT, message, Duration.ZERO, false);
    }

    public Failure failure() {
        return failure;
    }

    /** Returns when it is worth asking again; zero unless the encyclopedia is unavailable. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Tells whether the encyclopedia answered; a time to wait is then its own wish. */
    boolean answered() {
        return answered;
    }
}
