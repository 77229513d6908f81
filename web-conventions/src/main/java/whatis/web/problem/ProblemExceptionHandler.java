package whatis.web.problem;

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
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Maps to problems what any service may meet. Each service extends it by its own exceptions, as a {@code
 * RestControllerAdvice}.
 */
public abstract class ProblemExceptionHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    private final ProblemTypes problems;
    private final ProblemMeters meters;

    protected ProblemExceptionHandler(ProblemTypes problems, ProblemMeters meters) {
        this.problems = problems;
        this.meters = meters;
    }

    /** Answers with the problem that ended the work, and when to come back. */
    @ExceptionHandler
    @Nullable
    protected ResponseEntity<Object> answer(ProblemException e, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        e.retryAfterSeconds().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, seconds));
        return answer(e, e.problem(), headers, request);
    }

    /** Tomcat can't decode the query, which it finds out only when somebody asks for a parameter. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> undecodable(InvalidParameterException e, WebRequest request) {
        return answer(e, problems.invalidParameter(), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> surprise(Exception e, WebRequest request) {
        LOG.error("A request failed for a reason of our own", e);
        return answer(e, problems.internalError(), new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, problems.invalidParameter(), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, problems.of(status), headers, request);
    }

    /** Answers with the problem's own sentence. */
    protected @Nullable ResponseEntity<Object> answer(
            Exception e, ProblemType problem, HttpHeaders headers, WebRequest request) {
        return answer(e, problem, problem.detail(), headers, request);
    }

    /** @param detail of this problem, with another sentence */
    protected @Nullable ResponseEntity<Object> answer(
            Exception e, ProblemType problem, ProblemDetail detail, HttpHeaders headers, WebRequest request) {
        meters.count(problem);
        // Spring would take the path as it is, and fail where that is no URI.
        if (request instanceof ServletWebRequest asked) {
            detail.setInstance(Instance.of(asked.getRequest().getRequestURI()));
        }
        return super.handleExceptionInternal(e, detail, headers, problem.status(), request);
    }
}
