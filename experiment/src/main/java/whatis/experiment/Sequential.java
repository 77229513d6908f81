package whatis.experiment;

import static whatis.experiment.variant.BestClass.bestClassAndScore;

import java.util.ArrayList;
import java.util.List;
import whatis.classification.ImageClassifier;
import whatis.experiment.dataset.Dataset;
import whatis.experiment.variant.Answer;
import whatis.experiment.variant.Clock;
import whatis.experiment.variant.CoreShare;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Phase;
import whatis.experiment.variant.Progress;
import whatis.experiment.variant.VariantSettings;

/** Variant A: a loop. */
final class Sequential {

    private Sequential() {}

    static Measurement run(VariantSettings settings, Progress progress) throws Exception {
        Clock clock = new Clock(1);
        List<Answer> answers = new ArrayList<>();
        try (ImageClassifier classifier =
                clock.measureForAll(Phase.MODEL_LOAD, () -> CoreShare.ALL_FOR_ONE_IMAGE.load(System.getenv()))) {
            Dataset dataset = clock.measureForAll(Phase.DATA_LOAD, () -> Dataset.load(settings.paths()));
            for (int row : settings.rows().rows()) {
                Answer answer =
                        dataset.has(row) ? bestClassAndScore(classifier, dataset.image(row)) : Answer.noSuchRow(row);
                clock.add(answer);
                answers.add(answer);
                progress.imageDone();
            }
        }
        return clock.stop(0, answers);
    }
}
