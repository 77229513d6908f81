package whatis.web.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.http.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem, and counts the request, where Spring's handling of exceptions and observation of requests has
 * not begun. Safe for use by many threads.
 */
public final class ProblemWriter {

    private final MeterRegistry registry;
    private final ProblemMeters meters;
    private final JsonMapper json;

    ProblemWriter(MeterRegistry registry, ProblemMeters meters, JsonMapper json) {
        this.registry = registry;
        this.meters = meters;
        this.json = json;
    }

    /** Writes the whole response to a request for one of our own addresses. */
    public void write(ProblemException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long begin = System.nanoTime();
        ProblemType problem = e.problem();
        ProblemDetail detail = problem.detail();
        detail.setInstance(URI.create(request.getServletPath()));
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        e.retryAfterSeconds().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        byte[] body = json.writeValueAsBytes(detail);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        meters.count(problem);
        count(request, problem, System.nanoTime() - begin);
    }

    /** With the labels of Spring's DefaultServerRequestObservationConvention. */
    private void count(HttpServletRequest request, ProblemType problem, long nanos) {
        int status = problem.status().value();
        Tags labels = Tags.of("error", "none", "exception", "none")
                .and("method", request.getMethod(), "uri", request.getServletPath())
                .and("status", Integer.toString(status))
                .and(Outcome.forStatus(status).asTag());
        registry.timer("http.server.requests", labels).record(nanos, TimeUnit.NANOSECONDS);
    }
}
