package whatis.classification.engine;

import java.util.Optional;

/**
 * Who chooses the arrangement.
 *
 * @param pinned the arrangement that the user names, if one is named
 * @param tuned whether an arrangement that was found by measuring on this machine comes before the rule's
 */
public record ArrangementSetting(Optional<Arrangement> pinned, boolean tuned) {

    /** What was measured on this machine, else what the rule says. */
    public static final ArrangementSetting AUTO = new ArrangementSetting(Optional.empty(), true);

    /** What the rule says, whatever was measured. */
    public static final ArrangementSetting RULE = new ArrangementSetting(Optional.empty(), false);

    /** Returns the setting that names an arrangement. */
    public static ArrangementSetting pinned(Arrangement arrangement) {
        return new ArrangementSetting(Optional.of(arrangement), false);
    }

    /**
     * Reads {@code auto} or nothing, {@code rule}, or an arrangement as {@link Arrangement#toString} writes it.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static ArrangementSetting of(String setting) {
        String name = setting.strip();
        if (name.isEmpty() || name.equalsIgnoreCase("auto")) {
            return AUTO;
        }
        if (name.equalsIgnoreCase("rule")) {
            return RULE;
        }
        try {
            return pinned(Arrangement.parse(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The arrangement \"%s\" isn't one of auto, rule, %s.".formatted(name, Arrangement.names()), e);
        }
    }
}
