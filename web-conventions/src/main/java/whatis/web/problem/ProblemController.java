package whatis.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Explains each problem on a page, and words the errors that occur before a request reaches its controller. */
@RestController
class ProblemController implements ErrorController {

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private final ProblemTypes problems;

    ProblemController(ProblemTypes problems) {
        this.problems = problems;
    }

    @GetMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE)
    String index(HttpServletResponse response) {
        allowStyle(response);
        return ProblemPage.index(problems.all());
    }

    @GetMapping(path = "/problems/{slug}", produces = MediaType.TEXT_HTML_VALUE)
    String page(@PathVariable String slug, HttpServletResponse response) {
        ProblemType problem = problems.find(slug).orElseThrow(() -> new ProblemException(problems.notFound()));
        allowStyle(response);
        return ProblemPage.of(problem);
    }

    @RequestMapping(path = "/error", produces = MediaType.APPLICATION_PROBLEM_JSON_VALUE)
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemType problem =
                status instanceof Integer code ? problems.of(HttpStatusCode.valueOf(code)) : problems.notFound();
        ProblemDetail detail = problem.detail();
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) {
            detail.setInstance(Instance.of(path));
        }
        return ResponseEntity.of(detail).build();
    }

    /** Adds the pages' one style to what every answer has (CSP Level 3, 'hash-source'). */
    private static void allowStyle(HttpServletResponse response) {
        String policy =
                response.getHeader(CONTENT_SECURITY_POLICY) + "; style-src 'sha256-" + sha256(ProblemPage.STYLE) + "'";
        response.setHeader(CONTENT_SECURITY_POLICY, policy);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
