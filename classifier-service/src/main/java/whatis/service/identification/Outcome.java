package whatis.service.identification;

import java.util.Locale;

/** How an identification ends. */
enum Outcome {
    /** The picture is known, and there is an article. */
    KNOWN,
    /** The best score is below the threshold. */
    UNKNOWN,
    /** The picture is known, but the encyclopedia has no page on it. */
    NO_PAGE,
    /** The picture is known, but the encyclopedia can't be asked. */
    WIKIPEDIA_UNAVAILABLE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
