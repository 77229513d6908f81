package whatis.classification.hub;

/** What to run when the default model can't be had because the hub is down. A model that was named is never replaced. */
public enum ModelFallback {
    /** Nothing: fail. */
    NONE,

    /** The small model of the artefact {@code starter-model}. */
    STARTER
}
