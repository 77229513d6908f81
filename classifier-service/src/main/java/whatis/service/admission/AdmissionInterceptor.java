package whatis.service.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import whatis.classification.ImageClassifier;
import whatis.service.model.Model;
import whatis.service.problem.Problem;
import whatis.service.problem.ProblemException;

/** Asks for admission before any byte of an upload is read. */
final class AdmissionInterceptor implements HandlerInterceptor {

    private static final Duration LOADING_TIME = Duration.ofSeconds(2);

    private final Admission admission;
    private final Model model;

    AdmissionInterceptor(Admission admission, Model model) {
        this.admission = admission;
        this.model = model;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        ImageClassifier classifier =
                model.classifier().orElseThrow(() -> new ProblemException(Problem.STARTING, LOADING_TIME));
        admission.enter(classifier.timePerImage());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        admission.leave();
    }
}
