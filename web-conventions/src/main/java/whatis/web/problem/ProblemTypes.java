package whatis.web.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** All problems that a service tells, those of any service included. Each service has one bean of this type. Immutable. */
public final class ProblemTypes {

    private final List<ProblemType> all;
    private final ProblemType invalidRequest;
    private final ProblemType notFound;
    private final ProblemType internalError;

    /** @throws IllegalArgumentException if {@code INVALID_REQUEST}, {@code NOT_FOUND} or {@code INTERNAL_ERROR} is missing */
    public ProblemTypes(ProblemType... own) {
        this.all = Stream.of(own, AccessProblem.values()).flatMap(Stream::of).toList();
        this.invalidRequest = required("invalid-request");
        this.notFound = required("not-found");
        this.internalError = required("internal-error");
    }

    List<ProblemType> all() {
        return all;
    }

    Optional<ProblemType> find(String slug) {
        return all.stream().filter(problem -> problem.slug().equals(slug)).findFirst();
    }

    /** Returns the problem that stands for a status which the framework chose. */
    ProblemType of(HttpStatusCode status) {
        return all.stream()
                .filter(problem -> problem.standsFor(status))
                .findFirst()
                .orElse(isFaultOfTheClient(status) ? invalidRequest : internalError);
    }

    /** HTTP says by two of the statuses for servers that it doesn't know what the client sent (RFC 9110, 15.6). */
    private static boolean isFaultOfTheClient(HttpStatusCode status) {
        return status.is4xxClientError()
                || status.equals(HttpStatus.NOT_IMPLEMENTED)
                || status.equals(HttpStatus.HTTP_VERSION_NOT_SUPPORTED);
    }

    /** Returns what is told of a parameter that can't be read: a problem of its own, where the service has one. */
    ProblemType invalidParameter() {
        return find("invalid-parameter").orElse(invalidRequest);
    }

    ProblemType notFound() {
        return notFound;
    }

    ProblemType internalError() {
        return internalError;
    }

    private ProblemType required(String slug) {
        return find(slug).orElseThrow(() -> new IllegalArgumentException("every service needs the problem " + slug));
    }
}
