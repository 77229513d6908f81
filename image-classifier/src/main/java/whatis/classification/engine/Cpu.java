package whatis.classification.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the processor can do.
 *
 * @param flags as Linux names them; empty where that can't be found out
 */
record Cpu(Set<String> flags) {

    private static final Set<String> BF16 = Set.of("avx512_bf16", "amx_bf16");

    /** Asks Linux about this machine. */
    static Cpu here() {
        return describedIn(Path.of("/proc/cpuinfo"));
    }

    static Cpu describedIn(Path cpuInfo) {
        try (var lines = Files.lines(cpuInfo)) {
            return new Cpu(lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> Arrays.stream(line.substring(line.indexOf(':') + 1)
                                    .strip()
                                    .split(" +"))
                            .collect(Collectors.toSet()))
                    .orElse(Set.of()));
        } catch (IOException e) {
            return new Cpu(Set.of());
        }
    }

    /** Tells whether it multiplies bf16 natively. */
    boolean multipliesBf16() {
        return flags.stream().anyMatch(BF16::contains);
    }

    /** Tells whether it has matrix units for bf16. */
    boolean hasMatrixUnits() {
        return flags.contains("amx_bf16");
    }
}
