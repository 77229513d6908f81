package whatis.commandline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where something was measured. The names are those of the JSON report.
 *
 * @param processor the processor's name
 * @param cores how many processors the JVM may use
 * @param features what of the processor decides how fast matrices are multiplied, in Linux' words
 * @param system name and version of the operating system
 * @param java version of the JVM
 */
public record Machine(String processor, int cores, List<String> features, String system, String java) {

    private static final Set<String> DECISIVE = Set.of(
            "avx2", "avx512f", "avx512_vnni", "avx_vnni", "avx512_bf16", "amx_bf16", "amx_int8", "asimddp", "bf16");

    /** Describes this machine. */
    public static Machine current() {
        return current(Path.of("/proc/cpuinfo"));
    }

    static Machine current(Path cpuinfo) {
        List<String> lines = lines(cpuinfo);
        return new Machine(
                value(lines, "model name").orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                value(lines, "flags").or(() -> value(lines, "Features")).stream()
                        .flatMap(features -> Stream.of(features.split(" ")))
                        .filter(DECISIVE::contains)
                        .sorted()
                        .toList(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.version"));
    }

    private static List<String> lines(Path cpuinfo) {
        try {
            return Files.readAllLines(cpuinfo);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<String> value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }
}
