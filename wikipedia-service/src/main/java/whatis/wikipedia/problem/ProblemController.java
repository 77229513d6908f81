package whatis.wikipedia.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Explains each problem on a page. */
@RestController
class ProblemController {

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    @GetMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE)
    String index(HttpServletResponse response) {
        allowStyle(response);
        return ProblemPage.index();
    }

    @GetMapping(path = "/problems/{slug}", produces = MediaType.TEXT_HTML_VALUE)
    String page(@PathVariable String slug, HttpServletResponse response) {
        Problem problem = Arrays.stream(Problem.values())
                .filter(candidate -> candidate.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        allowStyle(response);
        return ProblemPage.of(problem);
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
