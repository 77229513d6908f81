package whatis.service.imagenet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tables beside this class: no header, and no commas or quotes within cells. */
final class CsvResource {

    private CsvResource() {}

    /** @throws IllegalStateException if a row has another number of cells */
    static List<List<String>> rows(String name, int cells) {
        try (InputStream in = Objects.requireNonNull(CsvResource.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<List<String>> rows =
                    reader.lines().map(line -> List.of(line.split(",", -1))).toList();
            if (rows.stream().anyMatch(row -> row.size() != cells)) {
                throw new IllegalStateException(name + " has a row without " + cells + " cells");
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
