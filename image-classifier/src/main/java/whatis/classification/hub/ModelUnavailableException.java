package whatis.classification.hub;

/** Reports that a model can't be had. The message says what happened and what to do, in words for the user. */
public final class ModelUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean hubDown;

    private ModelUnavailableException(String message, boolean hubDown) {
        super(message);
        this.hubDown = hubDown;
    }

    /** Tells whether the hub is out of reach, must not be asked (offline), or fails with 5xx: what a fallback is for. */
    public boolean hubDown() {
        return hubDown;
    }

    static ModelUnavailableException hubDown(String message) {
        return new ModelUnavailableException(message, true);
    }

    static ModelUnavailableException because(String message) {
        return new ModelUnavailableException(message, false);
    }

    /**
     * Reports a checkpoint without {@code model.safetensors}.
     *
     * @param sharded whether its weights are safetensors in several files
     */
    static ModelUnavailableException withoutWeights(String model, boolean sharded) {
        return because(
                sharded
                        ? "The weights of " + model + " are split into several files, which is not supported:"
                                + " choose a model with a single model.safetensors."
                        : model + " has no model.safetensors, and pickled weights (.bin, .pt) are never read because"
                                + " they can run code: choose a model or revision with safetensors, or convert it in"
                                + " Python with from_pretrained(…).save_pretrained(folder, safe_serialization=True)"
                                + " and set WHATIS_MODEL to that folder.");
    }
}
