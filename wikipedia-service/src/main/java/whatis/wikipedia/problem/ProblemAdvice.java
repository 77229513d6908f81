package whatis.wikipedia.problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import whatis.web.problem.ProblemException;
import whatis.web.problem.ProblemExceptionHandler;
import whatis.web.problem.ProblemMeters;
import whatis.web.problem.ProblemTypes;
import whatis.wikipedia.encyclopedia.EncyclopediaException;

/** Maps every exception to its problem. */
@RestControllerAdvice
class ProblemAdvice extends ProblemExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    ProblemAdvice(ProblemTypes problems, ProblemMeters meters) {
        super(problems, meters);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> encyclopediaFailure(EncyclopediaException e, WebRequest request) {
        LOG.warn("No answer from Wikipedia: {}", e.getMessage());
        return answer(
                switch (e.failure()) {
                    case ERROR -> new ProblemException(Problem.ENCYCLOPEDIA_ERROR, e);
                    case TIMEOUT -> new ProblemException(Problem.ENCYCLOPEDIA_TIMEOUT, e);
                    case UNAVAILABLE -> new ProblemException(Problem.ENCYCLOPEDIA_UNAVAILABLE, e.retryAfter(), e);
                },
                request);
    }

    /** The only parameter that is not a text is the number of characters. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, Problem.INVALID_CHARACTERS, headers, request);
    }
}
