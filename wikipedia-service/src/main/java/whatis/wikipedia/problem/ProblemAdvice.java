package whatis.wikipedia.problem;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import whatis.wikipedia.encyclopedia.EncyclopediaException;

/** Maps every exception to its problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> problem(ProblemException e, WebRequest request) {
        return answer(e, e.problem(), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> encyclopediaFailure(EncyclopediaException e, WebRequest request) {
        LOG.warn("No answer from Wikipedia: {}", e.getMessage());
        HttpHeaders headers = new HttpHeaders();
        Problem problem = switch (e.failure()) {
            case ERROR -> Problem.ENCYCLOPEDIA_ERROR;
            case TIMEOUT -> Problem.ENCYCLOPEDIA_TIMEOUT;
            case UNAVAILABLE -> {
                // Rounded up: a client that comes back on time finds the door open.
                headers.set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(e.retryAfter().plusMillis(999).toSeconds()));
                yield Problem.ENCYCLOPEDIA_UNAVAILABLE;
            }
        };
        return answer(e, problem, headers, request);
    }

    /** Tomcat can't decode the query, which it finds out only when somebody asks for a parameter. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> undecodable(InvalidParameterException e, WebRequest request) {
        return answer(e, Problem.INVALID_REQUEST, new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> surprise(Exception e, WebRequest request) {
        LOG.error("A request failed for a reason of our own", e);
        return answer(e, Problem.INTERNAL_ERROR, new HttpHeaders(), request);
    }

    /** The only parameter that is not a text is the number of characters. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, Problem.INVALID_CHARACTERS, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, Problem.of(status), headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, Problem problem, HttpHeaders headers, WebRequest request) {
        ProblemDetail detail = problem.detail();
        return super.handleExceptionInternal(e, detail, headers, HttpStatusCode.valueOf(detail.getStatus()), request);
    }
}
