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
import whatis.service.upload.UploadReader;

/** Asks for admission before any byte of an upload is read. */
final class AdmissionInterceptor implements HandlerInterceptor {

    private static final Duration LOADING_TIME = Duration.ofSeconds(2);

    private final Admission admission;
    private final Model model;
    private final UploadReader uploads;

    AdmissionInterceptor(Admission admission, Model model, UploadReader uploads) {
        this.admission = admission;
        this.model = model;
        this.uploads = uploads;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        ImageClassifier classifier =
                model.classifier().orElseThrow(() -> new ProblemException(Problem.STARTING, LOADING_TIME));
        admission.enter(uploads.memory(request), classifier.timePerImage());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        admission.leave(uploads.memory(request));
    }
}
