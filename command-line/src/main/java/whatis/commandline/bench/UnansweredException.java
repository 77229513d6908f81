package whatis.commandline.bench;

import java.time.Duration;

/** Thrown when a picture wasn't answered; the message is the kind of failure, which failures are counted by. */
public final class UnansweredException extends Exception {

    private static final long serialVersionUID = 1;

    /** Without it, clients that are refused at once would take the processor from the service. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Duration pause;

    UnansweredException(Exception cause) {
        super(cause.getClass().getSimpleName(), cause);
        this.pause = PAUSE;
    }

    private UnansweredException(String kind, Duration pause) {
        super(kind);
        this.pause = pause;
    }

    /** @param retryAfter seconds, as in the header of that name; negative if the answer has none */
    static UnansweredException ofStatus(int status, long retryAfter) {
        return new UnansweredException("HTTP " + status, retryAfter < 0 ? PAUSE : Duration.ofSeconds(retryAfter));
    }

    /** Returns how long a client that behaves well waits before it asks again. */
    Duration pause() {
        return pause;
    }
}
