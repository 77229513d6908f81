package whatis.classification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.engine.DeadlineExceededException;
import whatis.classification.engine.Inference;
import whatis.classification.engine.InferenceEngine;
import whatis.classification.hub.ResolvedModel;
import whatis.classification.image.ImagePreprocessor;

/** Prepares images on the callers' threads, as many at a time as there are cores, and leaves the network to the engine's. */
final class VisionTransformerClassifier implements ImageClassifier {

    private final ImageClassifierSettings settings;
    private final ModelDescription description;
    private final List<String> labels;
    private final ImagePreprocessor preprocessor;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final PixelBuffers buffers;
    private final InferenceEngine engine;

    private VisionTransformerClassifier(ImageClassifierSettings settings, ResolvedModel model, Checkpoint checkpoint) {
        this.settings = settings;
        this.labels = checkpoint.config().labels();
        this.preprocessor = new ImagePreprocessor(checkpoint.preprocessing(), settings.limits());
        this.buffers = new PixelBuffers(preprocessor.floats());
        this.engine = InferenceEngine.load(checkpoint, settings.precision(), settings.concurrency());
        this.description = new ModelDescription(
                model.name(), model.revision(), engine.precision().toString(), engine.fused(), model.fallback());
    }

    static ImageClassifier load(ResolvedModel model, ImageClassifierSettings settings) {
        try (Checkpoint checkpoint = Checkpoint.open(model.files())) {
            return new VisionTransformerClassifier(settings, model, checkpoint);
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
        long begin = System.nanoTime();
        awaitCore();
        long prepare = System.nanoTime();
        ByteBuffer pixels = prepared(image);
        long prepared = System.nanoTime();
        Inference inference = engine.infer(pixels, settings.deadline().minusNanos(prepared - begin));
        buffers.giveBack(pixels);
        double[] scores = Softmax.of(inference.logits());
        List<Integer> ranking = ranking(scores);
        List<Prediction> predictions = ranking.stream()
                .map(i -> new Prediction(labels.get(i), scores[i]))
                .toList();
        return new Classification(
                predictions,
                ranking.get(0),
                Duration.ofNanos(prepared - prepare),
                inference.queued().plusNanos(prepare - begin),
                inference.computed(),
                inference.batch());
    }

    private void awaitCore() {
        try {
            if (!cores.tryAcquire(settings.deadline().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new DeadlineExceededException(settings.deadline());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        }
    }

    /** Gives the core back. */
    private ByteBuffer prepared(byte[] image) {
        ByteBuffer pixels = buffers.take();
        try {
            preprocessor.prepare(image, pixels.asFloatBuffer());
            return pixels;
        } catch (RuntimeException e) {
            buffers.giveBack(pixels);
            throw e;
        } finally {
            cores.release();
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
        return labels;
    }

    @Override
    public Duration timePerImage() {
        return engine.timePerImage();
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
