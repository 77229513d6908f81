package whatis.experiment.variant;

import java.time.Duration;
import java.util.Map;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.engine.Concurrency;

/** How an engine shares the machine's cores with others. The only place that decides it. */
public enum CoreShare {
    /** One image at a time, on all cores: what a sequential loop can use. */
    ALL_FOR_ONE_IMAGE,
    /** One image at a time, on one core: there are as many engines as cores. */
    ONE_CORE,
    /** Many images at a time, shared out by the library. */
    AS_THE_LIBRARY_PLANS;

    /** Nobody waits for an answer but the experiment, and it takes the time that it takes. */
    private static final Duration DEADLINE = Duration.ofHours(1);

    /** Loads the model that the environment names. */
    public ImageClassifier load(Map<String, String> environment) {
        ImageClassifierSettings settings = ImageClassifierSettings.fromEnvironment(environment);
        return ImageClassifier.load(new ImageClassifierSettings(
                settings.model(),
                settings.fallback(),
                settings.hub(),
                settings.precision(),
                settings.arrangement(),
                concurrency(settings.concurrency()),
                settings.limits(),
                DEADLINE));
    }

    private Concurrency concurrency(Concurrency planned) {
        return switch (this) {
            case ALL_FOR_ONE_IMAGE -> new Concurrency(1, Runtime.getRuntime().availableProcessors(), 1);
            case ONE_CORE -> new Concurrency(1, 1, 1);
            case AS_THE_LIBRARY_PLANS -> planned;
        };
    }
}
