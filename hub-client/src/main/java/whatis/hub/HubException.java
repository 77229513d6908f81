package whatis.hub;

/** Reports that the hub or its cache can't give a file. The message says what happened and what to do, in words for the user. */
public final class HubException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why a file can't be had. */
    public enum Reason {
        /** Nobody answers, the connection breaks, or the hub fails with 5xx. */
        DOWN,
        /** The hub must not be asked. */
        OFFLINE,
        /** The hub knows no such repository, or doesn't tell without a token. */
        NO_REPOSITORY,
        /** The repository has no such branch, tag or commit. */
        NO_REVISION,
        /** The commit has no such file. */
        NO_FILE,
        /** The hub answers, but with a refusal, or with something else than was asked for. */
        REFUSED,
        /** The cache can't be read or written, or the thread was interrupted. */
        LOCAL
    }

    HubException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Tells whether the hub is out of reach, must not be asked, or fails with 5xx: what a substitute is for. */
    public boolean hubDown() {
        return reason == Reason.DOWN || reason == Reason.OFFLINE;
    }

    /** Tells whether what is cached may serve instead, as with Python's client: all but where the hub knows better. */
    boolean cacheMayServe() {
        return switch (reason) {
            case DOWN, NO_REPOSITORY, REFUSED -> true;
            case OFFLINE, NO_REVISION, NO_FILE, LOCAL -> false;
        };
    }

    static HubException down(String message) {
        return new HubException(Reason.DOWN, message);
    }

    static HubException refused(String message) {
        return new HubException(Reason.REFUSED, message);
    }

    /** @param complaint what is missing or damaged, as a main clause without its end */
    static HubException offline(String complaint) {
        return new HubException(
                Reason.OFFLINE,
                complaint + ", and HF_HUB_OFFLINE or TRANSFORMERS_OFFLINE forbids to download it: unset the variable.");
    }
}
