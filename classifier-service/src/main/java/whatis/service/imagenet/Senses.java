package whatis.service.imagenet;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The titles under which English Wikipedia treats those classes whose plain term finds something else: a search for
 * "crane" finds a list of meanings, of which ImageNet has two.
 */
public final class Senses {

    private final Map<Integer, String> titles;

    private Senses(Map<Integer, String> titles) {
        this.titles = titles;
    }

    /** Reads the resource {@code senses.csv}: index of the class, its WordNet id for those who read the table, title. */
    public static Senses load() {
        return new Senses(CsvResource.rows("senses.csv", 3).stream()
                .collect(Collectors.toUnmodifiableMap(row -> Integer.valueOf(row.get(0)), row -> row.get(2))));
    }

    /** Returns the title to search for, or nothing if the plain term will do. */
    public Optional<String> title(int classIndex) {
        return Optional.ofNullable(titles.get(classIndex));
    }
}
