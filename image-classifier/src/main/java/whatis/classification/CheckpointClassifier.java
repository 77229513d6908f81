package whatis.classification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.ClassificationHead;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.ArrangementSource;
import whatis.classification.engine.Inference;
import whatis.classification.engine.InferenceEngine;
import whatis.classification.engine.Precision;
import whatis.classification.image.ImagePreprocessor;
import whatis.classification.model.Calibrations;
import whatis.classification.model.ResolvedModel;
import whatis.classification.network.Calibration;
import whatis.classification.network.Network;
import whatis.classification.timing.Deadline;
import whatis.classification.tuning.TuningKey;
import whatis.classification.tuning.Tunings;

/** Runs a checkpoint: prepares images on the callers' threads and leaves the network to the engine's. */
final class CheckpointClassifier implements ImageClassifier {

    private final Duration patience;
    private final ModelDescription description;
    private final ClassificationHead head;
    private final ImagePreparation preparation;
    private final InferenceEngine engine;

    private CheckpointClassifier(ImageClassifierSettings settings, ResolvedModel model, Network network)
            throws IOException {
        this.patience = settings.deadline();
        this.head = network.head();
        this.preparation = new ImagePreparation(
                new ImagePreprocessor(network.preprocessing(), settings.limits()),
                Runtime.getRuntime().availableProcessors(),
                settings.limits().maxMemory());
        Optional<Arrangement> tuned = tuned(settings, network);
        Optional<Arrangement> arrangement = settings.arrangement().pinned().or(() -> tuned);
        this.engine = settings.precision() == Precision.INT8
                ? InferenceEngine.load(network, calibration(settings, model), arrangement, settings.concurrency())
                : InferenceEngine.load(network, settings.precision(), arrangement, settings.concurrency());
        this.description = new ModelDescription(
                model.name(),
                model.revision(),
                engine.precision(),
                engine.arrangement(),
                arrangement.isEmpty()
                        ? ArrangementSource.RULE
                        : tuned.isPresent() ? ArrangementSource.TUNED : ArrangementSource.PINNED,
                engine.fused(),
                model.fallback());
    }

    private static Optional<Arrangement> tuned(ImageClassifierSettings settings, Network network) {
        Tunings tunings = Tunings.beside(settings.hub());
        return settings.arrangement().tuned() && !tunings.isEmpty()
                ? tunings.find(TuningKey.here(network, settings.precision()))
                : Optional.empty();
    }

    static Calibration calibration(ImageClassifierSettings settings, ResolvedModel model) throws IOException {
        return Calibrations.beside(settings.hub())
                .find(settings.model(), model.digest(), InferenceEngine.libTorchVersion());
    }

    static ImageClassifier load(ResolvedModel model, ImageClassifierSettings settings) {
        try (Network network = Network.open(Checkpoint.open(model.files()))) {
            return new CheckpointClassifier(settings, model, network);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Prediction> classify(byte[] image, int top) {
        if (top < 1) {
            throw new IllegalArgumentException("At least one prediction must be asked for, not " + top + ".");
        }
        return classify(image).predictions().stream().limit(top).toList();
    }

    @Override
    public Classification classify(byte[] image) {
        Deadline deadline = Deadline.in(patience);
        PreparedImage prepared = preparation.prepare(image, deadline);
        Inference inference = infer(prepared, deadline);
        double[] scores = head.scoreFunction().scores(inference.logits());
        List<Integer> ranking = ranking(scores);
        List<Prediction> predictions = ranking.stream()
                .map(i -> new Prediction(head.labels().get(i), scores[i]))
                .toList();
        return new Classification(
                predictions,
                ranking.get(0),
                prepared.worked(),
                prepared.waited().plus(inference.queued()),
                inference.computed(),
                inference.batch());
    }

    private Inference infer(PreparedImage prepared, Deadline deadline) {
        try {
            return engine.infer(prepared.pixels(), deadline);
        } finally {
            preparation.giveBack(prepared);
        }
    }

    private static List<Integer> ranking(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]))
                .toList();
    }

    @Override
    public List<String> labels() {
        return head.labels();
    }

    /** Preparation and network share the cores, so the slower one of them sets the pace. */
    @Override
    public Duration timePerImage() {
        Duration network = engine.timePerImage();
        Duration preparing = preparation.timePerImage();
        return network.compareTo(preparing) > 0 ? network : preparing;
    }

    @Override
    public int waiting() {
        return engine.waiting();
    }

    @Override
    public ModelDescription model() {
        return description;
    }

    @Override
    public void close() {
        engine.close();
    }
}
