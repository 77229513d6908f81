package whatis.service.admission;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;
import whatis.classification.ImageClassifier;
import whatis.service.model.Model;
import whatis.service.problem.Problem;
import whatis.service.upload.OnceAnswered;
import whatis.web.problem.ProblemException;
import whatis.web.problem.ProblemWriter;

/**
 * Asks for admission before any byte of an upload is read. A filter before all of Spring's, because under overload most
 * requests are refused, and what a refusal takes of the processor is lost to the images.
 */
final class AdmissionFilter extends OncePerRequestFilter {

    private static final Duration LOADING_TIME = Duration.ofSeconds(2);

    private final Admission admission;
    private final Model model;
    private final ProblemWriter problems;

    AdmissionFilter(Admission admission, Model model, ProblemWriter problems) {
        this.admission = admission;
        this.model = model;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            accept();
        } catch (ProblemException e) {
            problems.write(e, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new OnceAnswered(admission::end));
            } else {
                admission.end();
            }
        }
    }

    private void accept() {
        ImageClassifier classifier =
                model.classifier().orElseThrow(() -> new ProblemException(Problem.STARTING, LOADING_TIME));
        admission.accept(classifier.timePerImage());
    }
}
