package whatis.service.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import whatis.classification.image.UnexpectedImageSizeException;
import whatis.image.ImageRejectedException;
import whatis.image.ImageTooLargeException;
import whatis.image.UnsupportedImageFormatException;
import whatis.service.hangup.ClientGoneException;
import whatis.web.problem.ProblemExceptionHandler;
import whatis.web.problem.ProblemMeters;
import whatis.web.problem.ProblemTypes;

/** Maps every exception to its problem. */
@RestControllerAdvice
class ProblemAdvice extends ProblemExceptionHandler {

    /** As nginx has it: HTTP knows no status for an answer that nobody gets. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    ProblemAdvice(ProblemTypes problems, ProblemMeters meters) {
        super(problems, meters);
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
