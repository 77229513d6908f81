package whatis.classification.model;

import whatis.hub.HubException;
import whatis.hub.HubException.Reason;

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

    /** Adds what only the user of a model can do. */
    static ModelUnavailableException of(HubException e) {
        String more = "";
        if (e.hubDown()) {
            more = " Or set WHATIS_MODEL to a folder that holds a model.";
        } else if (e.reason() == Reason.NO_REPOSITORY) {
            more = " If a folder was meant: there is none of that name.";
        }
        return new ModelUnavailableException(e.getMessage() + more, e.hubDown());
    }
}
