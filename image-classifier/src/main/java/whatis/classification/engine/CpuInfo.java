package whatis.classification.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What Linux says of the cores.
 *
 * @param lines of {@code /proc/cpuinfo}; none where there is no such file
 */
record CpuInfo(List<String> lines) {

    static CpuInfo in(Path file) {
        try {
            return new CpuInfo(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return new CpuInfo(List.of());
        }
    }

    /** Returns what is said of the first core under a name. */
    Optional<String> first(String name) {
        return lines.stream()
                .map(line -> line.split(":", 2))
                .filter(field -> field.length == 2 && field[0].strip().equals(name))
                .map(field -> field[1].strip())
                .findFirst();
    }
}
