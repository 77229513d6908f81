package whatis.experiment.variant;

import java.util.Map;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;

/** How an engine shares the machine's cores with others. The only place that decides it. */
public enum CoreShare {
    /** One image at a time, on all cores: what a sequential loop can use. */
    ALL_FOR_ONE_IMAGE,
    /** One image at a time, on one core: there are as many engines as cores. */
    ONE_CORE,
    /** Many images at a time, shared out by the library. */
    AS_THE_LIBRARY_PLANS;

    /** Returns the share of a variant's engines. */
    public static CoreShare of(Variant variant) {
        return switch (variant) {
            case A -> ALL_FOR_ONE_IMAGE;
            case C1, C2 -> ONE_CORE;
            case B, D -> AS_THE_LIBRARY_PLANS;
        };
    }

    /** Prepares the environment of a process with such an engine; libtorch reads it once, when it starts. */
    public void prepare(Map<String, String> environment, int cores) {
        environment.put("OMP_NUM_THREADS", String.valueOf(this == ONE_CORE ? 1 : cores));
    }

    /** Loads the model that the environment names. */
    public ImageClassifier load(Map<String, String> environment) {
        return ImageClassifier.load(ImageClassifierSettings.fromEnvironment(environment));
    }
}
