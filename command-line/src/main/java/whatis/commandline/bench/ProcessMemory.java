package whatis.commandline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The memory of a process, as Linux counts it.
 *
 * @param resident bytes of RAM that it has now
 * @param peak the most that it ever had, in bytes
 */
public record ProcessMemory(long resident, long peak) {

    /** Reads the memory of this process; empty where there is no {@code /proc}. */
    static Optional<ProcessMemory> own() {
        try {
            List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
            return Optional.of(new ProcessMemory(bytes(status, "VmRSS:"), bytes(status, "VmHWM:")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long bytes(List<String> status, String field) throws IOException {
        String line = status.stream()
                .filter(candidate -> candidate.startsWith(field))
                .findFirst()
                .orElseThrow(() -> new IOException(field + " is missing"));
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
}
