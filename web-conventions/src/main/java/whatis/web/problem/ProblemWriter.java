package whatis.web.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.http.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem, and counts the request, where Spring's handling of exceptions and observation of requests has
 * not begun. Safe for use by many threads.
 */
public final class ProblemWriter {

    private static final String UNKNOWN = "UNKNOWN";

    private final MeterRegistry registry;
    private final ProblemTypes problems;
    private final ProblemMeters meters;
    private final JsonMapper json;

    ProblemWriter(MeterRegistry registry, ProblemTypes problems, ProblemMeters meters, JsonMapper json) {
        this.registry = registry;
        this.problems = problems;
        this.meters = meters;
        this.json = json;
    }

    /** Writes the whole response to a request for one of our own addresses. */
    public void write(ProblemException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        e.retryAfterSeconds().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        write(e.problem(), e.problem().status(), request.getServletPath(), request, response);
    }

    /** Writes the whole response to a request for any address. */
    public void refuse(ProblemType problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(problem, problem.status(), UNKNOWN, request, response);
    }

    /** Writes the whole response to a request that the server refuses, which may be no HTTP, with the server's status. */
    public void refuse(HttpStatusCode status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(problems.of(status), status, UNKNOWN, request, response);
    }

    private void write(
            ProblemType problem,
            HttpStatusCode status,
            String address,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long begin = System.nanoTime();
        ProblemDetail detail = problem.detail();
        detail.setStatus(status.value());
        detail.setInstance(Instance.of(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(detail);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        meters.count(problem);
        count(request.getMethod(), address, status.value(), System.nanoTime() - begin);
    }

    /** With the labels of Spring's DefaultServerRequestObservationConvention, which bounds their number as it does. */
    private void count(String method, String address, int status, long nanos) {
        boolean known = Stream.of(HttpMethod.values()).anyMatch(each -> each.matches(method));
        Tags labels = Tags.of("error", "none", "exception", "none")
                .and("method", known ? method : UNKNOWN, "uri", address)
                .and("status", Integer.toString(status))
                .and(Outcome.forStatus(status).asTag());
        registry.timer("http.server.requests", labels).record(nanos, TimeUnit.NANOSECONDS);
    }
}
