package whatis.batch.executor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.jspecify.annotations.Nullable;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.engine.Concurrency;
import whatis.classification.engine.NativeCalls;
import whatis.classification.model.ModelFallback;
import whatis.classification.model.ModelResolver;
import whatis.classification.model.ResolvedModel;
import whatis.hub.LogProgress;
import whatis.image.ImageLimits;

/**
 * The model of this JVM: the first task loads it, and all others use it, whatever job they belong to. Safe for use by many
 * threads.
 */
public final class ResidentModel {

    /** Nobody waits for a single answer, so one may take its time. */
    private static final Duration DEADLINE = Duration.ofHours(1);

    /** More callers would find the queue before the network full. */
    private static final int MOST_THREADS = 128;

    private static @Nullable ResidentModel resident;

    private final BatchModel model;
    private final ImageClassifier classifier;
    private final ClassifierThreads threads;

    private ResidentModel(BatchModel model, ImageClassifier classifier, ClassifierThreads threads) {
        this.model = model;
        this.classifier = classifier;
        this.threads = threads;
    }

    /**
     * Returns the threads that classify with a model, which is loaded if this is the first task.
     *
     * @param loaded told if it was loaded
     * @throws IllegalStateException if this JVM can't run the model as the driver wants it, or has loaded another one
     */
    static synchronized ClassifierThreads threads(BatchModel model, Runnable loaded) throws IOException {
        ResidentModel current = resident;
        if (current == null) {
            current = load(model);
            resident = current;
            loaded.run();
        }
        if (!current.model.equals(model)) {
            throw new IllegalStateException("This JVM has loaded " + current.model.origin() + " and doesn't load "
                    + model.origin() + " beside it: use another Spark application.");
        }
        return current.threads;
    }

    /** Frees the model of this JVM, if it has one, once its images are answered. */
    public static synchronized void release() {
        if (resident != null) {
            resident.threads.close();
            resident.classifier.close();
            resident = null;
        }
    }

    private static ResidentModel load(BatchModel model) throws IOException {
        NativeCalls.finishBeforeExit();
        int cores = cores();
        long heap = Runtime.getRuntime().maxMemory();
        ImageClassifierSettings settings = settings(model, cores, heap);
        String digest = digest(settings);
        if (!digest.equals(model.digest())) {
            throw new IllegalStateException("The checkpoint in %s isn't the driver's: its digest is %s instead of %s."
                    .formatted(settings.model(), digest, model.digest()));
        }
        ImageClassifier classifier = ImageClassifier.load(settings);
        if (classifier.model().precision() != model.precision()) {
            classifier.close();
            throw new IllegalStateException("This machine runs %s in %s instead of %s, as the driver does."
                    .formatted(model.origin().model(), classifier.model().precision(), model.precision()));
        }
        // A micro-batch that is classified, and one that is decoded meanwhile, for each dispatcher.
        Concurrency concurrency = settings.concurrency();
        int threads = Math.min(2 * concurrency.dispatchers() * concurrency.batch(), MOST_THREADS);
        return new ResidentModel(
                model, classifier, new ClassifierThreads(classifier, threads, new Window(2 * threads, heap / 10)));
    }

    private static ImageClassifierSettings settings(BatchModel model, int cores, long heap) {
        Path folder = model.folder();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("WHATIS_MODEL", folder.resolve(BatchModel.CHECKPOINT).toString());
        environment.put("HF_HUB_CACHE", folder.resolve(BatchModel.HUB).toString());
        ImageClassifierSettings settings = ImageClassifierSettings.fromEnvironment(environment);
        ImageLimits limits = settings.limits();
        return new ImageClassifierSettings(
                settings.model(),
                ModelFallback.NONE,
                settings.hub(),
                model.precision(),
                settings.arrangement(),
                environment.getOrDefault("WHATIS_CONCURRENCY", "").isBlank()
                        ? Concurrency.forCores(cores)
                        : settings.concurrency(),
                // Most of the heap is Spark's, which doesn't know of pixels.
                new ImageLimits(limits.maxPixels(), limits.decodeBudget(), heap / 3),
                DEADLINE);
    }

    private static String digest(ImageClassifierSettings settings) throws IOException {
        return new ModelResolver(settings.hub(), new LogProgress())
                .read(settings.model(), settings.fallback(), ResidentModel::digest);
    }

    private static String digest(ResolvedModel model) {
        try {
            return model.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the cores that Spark lets this executor have: outside of containers, the JVM sees all of the machine's. */
    private static int cores() {
        int all = Runtime.getRuntime().availableProcessors();
        return Math.min(all, SparkEnv.get().conf().getInt("spark.executor.cores", all));
    }
}
