package whatis.experiment;

import static whatis.experiment.variant.BestClass.bestClassAndScore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import whatis.classification.ImageClassifier;
import whatis.experiment.dataset.Dataset;
import whatis.experiment.variant.Answer;
import whatis.experiment.variant.Clock;
import whatis.experiment.variant.CoreShare;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Phase;
import whatis.experiment.variant.Progress;
import whatis.experiment.variant.VariantSettings;

/** Variant D: many callers at once, for whom the library forms micro-batches. */
final class MicroBatches {

    /** Enough for every core to have a full micro-batch in work and the next one ready. */
    private static final int CALLERS_PER_CORE = 8;

    /** More than this many wait nowhere: the library refuses them. */
    private static final int MOST_CALLERS = 256;

    private final VariantSettings settings;
    private final Progress progress;
    private final Clock clock = new Clock(1);
    private final BusyTime network = new BusyTime();

    private MicroBatches(VariantSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    static Measurement run(VariantSettings settings, Progress progress) throws Exception {
        return new MicroBatches(settings, progress).run();
    }

    private Measurement run() throws Exception {
        List<Answer> answers = new ArrayList<>();
        ExecutorService callers =
                Executors.newFixedThreadPool(Math.min(MOST_CALLERS, CALLERS_PER_CORE * settings.cores()));
        try (ImageClassifier classifier =
                clock.measureForAll(Phase.MODEL_LOAD, () -> CoreShare.AS_THE_LIBRARY_PLANS.load(System.getenv()))) {
            Dataset dataset = clock.measureForAll(Phase.DATA_LOAD, () -> Dataset.load(settings.paths()));
            List<Future<Answer>> futures = new ArrayList<>();
            for (int row : settings.rows().rows()) {
                futures.add(callers.submit(() -> answer(classifier, dataset, row)));
            }
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
        } finally {
            callers.shutdownNow();
        }
        // Images of one micro-batch share its time, and decoding hides behind it.
        clock.add(Phase.INFERENCE, network.nanos());
        clock.addBeside(
                Phase.DECODE, answers.stream().mapToLong(Answer::decodeNanos).sum());
        return clock.stop(0, answers);
    }

    private Answer answer(ImageClassifier classifier, Dataset dataset, int row) {
        if (!dataset.has(row)) {
            return Answer.noSuchRow(row);
        }
        Answer answer = bestClassAndScore(classifier, dataset.image(row));
        clock.noteAnswer();
        long end = System.nanoTime();
        network.add(end - answer.inferenceNanos(), end);
        progress.imageDone();
        return answer;
    }
}
