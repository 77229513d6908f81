package whatis.service.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process takes of the machine's memory: most of it is libtorch's, which the JVM doesn't count. */
final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /** Returns bytes of RAM, or not a number where there is no {@code /proc}. */
    static double bytes() {
        return bytes("VmRSS:");
    }

    /** Returns the most bytes that there ever were, or not a number where there is no {@code /proc}. */
    static double peak() {
        return bytes("VmHWM:");
    }

    private static double bytes(String field) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024.0)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
