package whatis.classification.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the processor can do.
 *
 * @param flags as Linux names them; empty where that can't be found out
 */
record Cpu(Set<String> flags) {

    /**
     * What Linux calls the instructions that multiply bf16: two of x86, and Arm's FEAT_BF16, for which libtorch asks, too. Arm's
     * {@code svebf16} never comes without it; {@code i8mm} and {@code sve} say nothing about bf16.
     */
    private static final Set<String> BF16 = Set.of("avx512_bf16", "amx_bf16", "bf16");

    /** What Linux calls the instructions that multiply bytes, of x86: oneDNN has nothing of its own for int8 on Arm. */
    private static final Set<String> INT8 = Set.of("avx512_vnni", "avx_vnni", "amx_int8");

    /** A core's line of flags on x86, and on Arm. */
    private static final Pattern FLAGS = Pattern.compile("(?:flags|Features)\\s*:(.*)");

    /** Asks Linux about this machine. */
    static Cpu here() {
        return describedIn(Path.of("/proc/cpuinfo"));
    }

    /** Reads the flags of the first core. */
    static Cpu describedIn(Path cpuInfo) {
        try (Stream<String> lines = Files.lines(cpuInfo, StandardCharsets.ISO_8859_1)) {
            return new Cpu(lines.map(FLAGS::matcher).filter(Matcher::matches).findFirst().stream()
                    .flatMap(line ->
                            Pattern.compile("\\s+").splitAsStream(line.group(1).strip()))
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            return new Cpu(Set.of());
        }
    }

    /** Tells whether it multiplies bf16 natively. */
    boolean multipliesBf16() {
        return flags.stream().anyMatch(BF16::contains);
    }

    /**
     * Tells whether it multiplies bytes and sums the products in 32 bits by one instruction. Without it oneDNN sums pairs of
     * products in 16 bits, which overflow.
     */
    boolean multipliesInt8() {
        return flags.stream().anyMatch(INT8::contains);
    }

    /** Returns the flags that decide on how quickly it multiplies matrices, sorted. */
    List<String> matrixFlags() {
        return flags.stream()
                .filter(flag -> BF16.contains(flag) || INT8.contains(flag))
                .sorted()
                .toList();
    }

    /** Tells whether it has matrix units for bf16. */
    boolean hasMatrixUnits() {
        return flags.contains("amx_bf16");
    }
}
