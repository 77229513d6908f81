package whatis.web.problem;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends work with a problem that the client is to be told. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType problem;
    private final @Nullable Duration retryAfter;

    public ProblemException(ProblemType problem) {
        super(problem.slug());
        this.problem = problem;
        this.retryAfter = null;
    }

    public ProblemException(ProblemType problem, Throwable cause) {
        super(problem.slug(), cause);
        this.problem = problem;
        this.retryAfter = null;
    }

    /** @param retryAfter when to come back, rounded up to seconds on the wire */
    public ProblemException(ProblemType problem, Duration retryAfter) {
        this(problem, retryAfter, null);
    }

    /** @param retryAfter when to come back, rounded up to seconds on the wire */
    public ProblemException(ProblemType problem, Duration retryAfter, @Nullable Throwable cause) {
        super(problem.slug(), cause);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public ProblemType problem() {
        return problem;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Returns when to come back as the header has it, rounded up: a client that comes back on time is let in. */
    Optional<String> retryAfterSeconds() {
        return retryAfter()
                .map(time -> Long.toString(Math.max(1, time.plusMillis(999).toSeconds())));
    }
}
