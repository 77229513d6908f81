package whatis.service.problem;

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
import whatis.classification.image.UnexpectedImageSizeException;
import whatis.image.ImageRejectedException;
import whatis.image.ImageTooLargeException;
import whatis.image.UnsupportedImageFormatException;
import whatis.service.hangup.ClientGoneException;

/** Maps every exception to its problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    /** As nginx has it: HTTP knows no status for an answer that nobody gets. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemMeters meters;

    ProblemAdvice(ProblemMeters meters) {
        this.meters = meters;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> problem(ProblemException e, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        e.retryAfterSeconds().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, seconds));
        return answer(e, e.problem(), headers, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> imageRejected(ImageRejectedException e, WebRequest request) {
        Problem problem = problemOf(e);
        ProblemDetail detail = problem.detail();
        if (e.namesWhatIsNotRead()) {
            detail.setDetail(e.getMessage());
        }
        return answer(e, problem, detail, new HttpHeaders(), request);
    }

    /** Nobody reads this answer, but metrics count it. */
    @ExceptionHandler
    ResponseEntity<Object> clientGone(ClientGoneException e) {
        return ResponseEntity.status(CLIENT_CLOSED_REQUEST).build();
    }

    /** Tomcat can't decode the query, which it finds out only when somebody asks for a parameter. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> undecodable(InvalidParameterException e, WebRequest request) {
        return answer(e, Problem.INVALID_PARAMETER, new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> surprise(Exception e, WebRequest request) {
        LOG.error("A request failed for a reason of our own", e);
        return answer(e, Problem.INTERNAL_ERROR, new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, Problem.INVALID_PARAMETER, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, Problem.of(status), headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, Problem problem, HttpHeaders headers, WebRequest request) {
        return answer(e, problem, problem.detail(), headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, Problem problem, ProblemDetail detail, HttpHeaders headers, WebRequest request) {
        meters.count(problem);
        return super.handleExceptionInternal(e, detail, headers, problem.status(), request);
    }

    private static Problem problemOf(ImageRejectedException e) {
        if (e instanceof UnsupportedImageFormatException) {
            return Problem.UNSUPPORTED_IMAGE_FORMAT;
        }
        if (e instanceof ImageTooLargeException) {
            return Problem.IMAGE_TOO_LARGE;
        }
        return e instanceof UnexpectedImageSizeException ? Problem.UNEXPECTED_IMAGE_SIZE : Problem.UNREADABLE_IMAGE;
    }
}
