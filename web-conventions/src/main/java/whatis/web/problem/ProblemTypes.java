package whatis.web.problem;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;

/** All problems that a service tells. Each service has one bean of this type. Immutable. */
public final class ProblemTypes {

    private final List<ProblemType> all;
    private final ProblemType invalidRequest;
    private final ProblemType notFound;
    private final ProblemType internalError;

    /** @throws IllegalArgumentException if {@code INVALID_REQUEST}, {@code NOT_FOUND} or {@code INTERNAL_ERROR} is missing */
    public ProblemTypes(ProblemType... all) {
        this.all = List.of(all);
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
                .orElse(status.is4xxClientError() ? invalidRequest : internalError);
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
