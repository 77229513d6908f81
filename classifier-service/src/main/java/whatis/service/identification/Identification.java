package whatis.service.identification;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whatis.classification.ModelDescription;
import whatis.classification.Prediction;
import whatis.service.encyclopedia.Article;
import whatis.service.imagenet.Definition;
import whatis.web.problem.ProblemType;

/**
 * All that is known about an image.
 *
 * @param predictions one for each label, best first
 * @param article null if nobody asked for it, if there is none, or if the encyclopedia failed
 * @param problem why the encyclopedia failed
 * @param definition of a class that is known but has no article; null if no dictionary knows the class, either
 */
record Identification(
        Verdict verdict,
        List<Prediction> predictions,
        @Nullable Article article,
        @Nullable ProblemType problem,
        @Nullable Definition definition,
        ModelDescription model,
        Timings timings) {

    Outcome outcome() {
        if (!verdict.known()) {
            return Outcome.UNKNOWN;
        }
        if (article != null) {
            return Outcome.KNOWN;
        }
        return problem == null ? Outcome.NO_PAGE : Outcome.WIKIPEDIA_UNAVAILABLE;
    }

    /** @param queue everything that was neither decoding nor inference */
    record Timings(Duration queue, Duration decode, Duration inference, Duration article) {}
}
