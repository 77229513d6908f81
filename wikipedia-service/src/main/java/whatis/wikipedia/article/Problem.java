package whatis.wikipedia.article;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** All problems that a client can be told, in fixed sentences (RFC 9457). */
enum Problem {
    INVALID_QUERY(HttpStatus.BAD_REQUEST, "Give a query of 1 to 300 characters."),
    INVALID_CHARACTERS(HttpStatus.BAD_REQUEST, "Give a whole number of characters, 1 to 10000."),
    UNKNOWN_LANGUAGE(HttpStatus.BAD_REQUEST, "Give the language as a code of two letters (ISO 639-1), such as en."),
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be understood."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address."),
    NO_PAGE_FOUND(HttpStatus.NOT_FOUND, "Wikipedia has no page for this query."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take this method."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer is JSON, which the request does not accept."),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here. Try again later."),
    ENCYCLOPEDIA_ERROR(HttpStatus.BAD_GATEWAY, "Wikipedia gave no usable answer. Try again later."),
    ENCYCLOPEDIA_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE, "Wikipedia cannot be asked now. Try again after the time in Retry-After."),
    ENCYCLOPEDIA_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "Wikipedia took too long to answer. Try again later.");

    private final HttpStatus status;
    private final String sentence;

    Problem(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** Returns the problem that stands for a status the framework chose. */
    static Problem of(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            default -> status.is4xxClientError() ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ProblemDetail detail() {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create("/problems/" + slug()));
        return detail;
    }
}
