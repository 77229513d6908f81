package whatis.classification.engine;

import java.util.Locale;

/** Who chose an arrangement. */
public enum ArrangementSource {
    /** The rule, by precision, processor and the network's size. */
    RULE,
    /** Measurements on this machine, which are kept. */
    TUNED,
    /** The user, by name. */
    PINNED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
