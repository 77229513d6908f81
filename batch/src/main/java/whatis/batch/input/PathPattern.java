package whatis.batch.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A glob over folders, each part of which is a {@link NamePattern}, or {@code **} for any number of folders, none included.
 *
 * <p>How far a folder's path matches is a set of positions between the parts, so that every file is visited once, whichever way it
 * matches.
 */
final class PathPattern {

    private static final Set<Integer> START = Set.of(0);

    private final String folder;
    /** Null for any number of folders. */
    private final List<@Nullable Pattern> parts;

    private PathPattern(String folder, List<@Nullable Pattern> parts) {
        this.folder = folder;
        this.parts = parts;
    }

    static boolean isOne(String input) {
        return NamePattern.firstSpecial(input) >= 0;
    }

    /** Returns the pattern of all that is in a folder and below. */
    static PathPattern allIn(String folder) {
        return new PathPattern(folder, Collections.singletonList(null));
    }

    /** @throws IllegalArgumentException if a bracket or brace isn't closed */
    static PathPattern parse(String glob) {
        int slash = glob.lastIndexOf('/', NamePattern.firstSpecial(glob));
        List<@Nullable Pattern> parts = new ArrayList<>();
        for (String name : glob.substring(slash + 1).split("/+")) {
            parts.add(name.equals("**") ? null : NamePattern.compile(name));
        }
        String folder = slash < 0 ? "." : slash == 0 ? "/" : glob.substring(0, slash);
        return new PathPattern(folder, parts);
    }

    /** Returns the folder below which all matches are. */
    String folder() {
        return folder;
    }

    Set<Integer> start() {
        return closure(START);
    }

    /** Returns the positions after one more name; none if nothing below can match. */
    Set<Integer> step(Set<Integer> positions, String name) {
        Set<Integer> next = new TreeSet<>();
        for (int position : positions) {
            Pattern part = position < parts.size() ? parts.get(position) : null;
            if (part == null) {
                // What is in a folder that matches is meant, too.
                next.add(position);
            } else if (part.matcher(name).matches()) {
                next.add(position + 1);
            }
        }
        return closure(next);
    }

    /** Tells whether a path at these positions matches as a whole. */
    boolean matches(Set<Integer> positions) {
        return positions.contains(parts.size());
    }

    private Set<Integer> closure(Set<Integer> positions) {
        Set<Integer> closed = new TreeSet<>(positions);
        for (int position = 0; position < parts.size(); position++) {
            if (closed.contains(position) && parts.get(position) == null) {
                closed.add(position + 1);
            }
        }
        return closed;
    }
}
