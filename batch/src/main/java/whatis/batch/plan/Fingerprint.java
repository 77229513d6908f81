package whatis.batch.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that the answers depend on.
 *
 * @param parts by their names, in words for users
 */
public record Fingerprint(SortedMap<String, String> parts) {

    private static final int LONGEST_TO_SHOW = 40;

    static Fingerprint of(Map<String, String> settings, String input) {
        SortedMap<String, String> parts = new TreeMap<>(settings);
        parts.put("input", input);
        return new Fingerprint(parts);
    }

    /** Tells in words for users what is not as it was; empty if all is the same. */
    List<String> changes(Fingerprint before) {
        TreeSet<String> names = new TreeSet<>(parts.keySet());
        names.addAll(before.parts.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            String now = parts.getOrDefault(name, "");
            String then = before.parts.getOrDefault(name, "");
            if (!Objects.equals(now, then)) {
                boolean digests = Math.max(now.length(), then.length()) > LONGEST_TO_SHOW;
                changes.add(digests ? name + " is another" : "%s is %s, was %s".formatted(name, now, then));
            }
        }
        return changes;
    }
}
