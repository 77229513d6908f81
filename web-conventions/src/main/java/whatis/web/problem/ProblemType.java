package whatis.web.problem;

import java.io.Serializable;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * A kind of problem that clients can be told (RFC 9457, "problem type"). Each service has an enum of its own. Serializable,
 * as exceptions hold it.
 */
public interface ProblemType extends Serializable {

    /** Returns the enum constant's name. */
    String name();

    Explanation explanation();

    default HttpStatus status() {
        return explanation().status();
    }

    /** Returns the last part of the problem's address. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the problem as clients read it. */
    default ProblemDetail detail() {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(status(), explanation().sentence());
        detail.setType(URI.create("/problems/" + slug()));
        return detail;
    }

    /** Tells whether it stands for a status that the framework chose: a problem that is named as the status is. */
    default boolean standsFor(HttpStatusCode chosen) {
        return chosen.value() == status().value() && name().equals(status().name());
    }
}
