package whatis.service.encyclopedia;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** The languages that wikipedia-service has articles in: those of ISO 639-1, and the variants of Chinese and Serbian. */
public final class Languages {

    private static final List<String> VARIANTS =
            List.of("sr-ec", "sr-el", "zh-cn", "zh-hans", "zh-hant", "zh-hk", "zh-mo", "zh-my", "zh-sg", "zh-tw");

    private static final SortedSet<String> CODES = new TreeSet<>(List.of(Locale.getISOLanguages()));

    static {
        CODES.addAll(VARIANTS);
    }

    private Languages() {}

    /** Returns all codes, in alphabetical order. */
    public static SortedSet<String> codes() {
        return Collections.unmodifiableSortedSet(CODES);
    }
}
