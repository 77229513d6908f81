package whatis.service.imagenet;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The titles under which Wikipedia treats those classes whose plain term finds something else: a search for "crane"
 * finds a list of meanings, of which ImageNet has two.
 */
public final class Senses {

    private final Map<Integer, Sense> senses;

    private Senses(Map<Integer, Sense> senses) {
        this.senses = senses;
    }

    /** Reads the resource {@code senses.csv}: index of the class, WordNet id, title. */
    static Senses load() {
        return new Senses(CsvResource.rows("senses.csv", 3).stream()
                .map(row -> new Sense(Integer.parseInt(row.get(0)), row.get(1), row.get(2)))
                .collect(Collectors.toUnmodifiableMap(Sense::index, sense -> sense)));
    }

    /** Returns the title to search for, or nothing if the plain term will do. */
    public Optional<String> title(int classIndex) {
        return Optional.ofNullable(senses.get(classIndex)).map(Sense::title);
    }

    Map<Integer, Sense> byIndex() {
        return senses;
    }

    /** @param title of an English article */
    record Sense(int index, String wordNetId, String title) {}
}
