package whatis.service.identification;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import whatis.classification.ModelDescription;
import whatis.classification.Prediction;
import whatis.service.encyclopedia.Article;
import whatis.service.imagenet.Definition;
import whatis.service.model.PublicName;

/** The whole answer; {@code contracts/identification-*.json} show some. */
record IdentificationResponse(
        boolean known,
        double threshold,
        String term,
        String label,
        double score,
        List<Guess> guesses,
        @Nullable Article article,
        @Nullable Definition definition,
        List<ProblemDetail> problems,
        Model model,
        Timings timings) {

    static IdentificationResponse of(Identification identification, double threshold, int top) {
        List<Guess> guesses =
                identification.predictions().stream().limit(top).map(Guess::of).toList();
        return new IdentificationResponse(
                identification.verdict().known(),
                threshold,
                identification.verdict().term(),
                guesses.get(0).label(),
                guesses.get(0).score(),
                guesses,
                identification.article(),
                identification.definition(),
                identification.problem() == null
                        ? List.of()
                        : List.of(identification.problem().detail()),
                Model.of(identification.model()),
                Timings.of(identification.timings()));
    }

    private static double round(double value, double steps) {
        return Math.round(value * steps) / steps;
    }

    record Guess(String label, double score) {

        static Guess of(Prediction prediction) {
            return new Guess(prediction.label(), round(prediction.score(), 10_000));
        }
    }

    record Model(String name, String revision, String precision, boolean fallback) {

        static Model of(ModelDescription model) {
            return new Model(
                    PublicName.of(model), model.revision(), model.precision().toString(), model.fallback());
        }
    }

    /** In milliseconds. */
    record Timings(double queue, double decode, double inference, double article) {

        static Timings of(Identification.Timings timings) {
            return new Timings(
                    millis(timings.queue()),
                    millis(timings.decode()),
                    millis(timings.inference()),
                    millis(timings.article()));
        }

        private static double millis(Duration time) {
            return round(time.toNanos() / 1e6, 10);
        }
    }
}
