package whatis.classification.model;

/** What to run when the default model can't be had because the hub is down. A model that was named is never replaced. */
public enum ModelFallback {
    /** Nothing: fail. */
    NONE,

    /** The small model of the artefact {@code starter-model}. */
    STARTER;

    /**
     * Reads a setting.
     *
     * @throws IllegalArgumentException if it is neither none nor starter
     */
    public static ModelFallback parse(String setting) {
        for (ModelFallback fallback : values()) {
            if (fallback.name().equalsIgnoreCase(setting)) {
                return fallback;
            }
        }
        throw new IllegalArgumentException("WHATIS_MODEL_FALLBACK is \"" + setting + "\", neither none nor starter.");
    }
}
