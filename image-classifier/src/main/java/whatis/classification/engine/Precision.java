package whatis.classification.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The number format of weights and activations. */
public enum Precision {
    /** bf16 where the CPU multiplies it natively, else fp32. */
    AUTO,
    /** 32-bit floats: the reference. */
    FP32,
    /** 16-bit floats with 8 bits of mantissa: faster where the CPU has AVX512-BF16 or AMX, slower everywhere else. */
    BF16;

    private static final Set<String> BF16_FLAGS = Set.of("avx512_bf16", "amx_bf16");

    /**
     * Reads a setting.
     *
     * @throws IllegalArgumentException if it is none of auto, fp32 and bf16
     */
    public static Precision parse(String setting) {
        for (Precision precision : values()) {
            if (precision.toString().equalsIgnoreCase(setting)) {
                return precision;
            }
        }
        throw new IllegalArgumentException("The precision \"" + setting + "\" isn't one of "
                + Arrays.stream(values()).map(Precision::toString).collect(Collectors.joining(", ")) + ".");
    }

    /** Returns the precision to run on this machine: fp32 or bf16. */
    Precision onThisCpu() {
        return on(Path.of("/proc/cpuinfo"));
    }

    /** Returns the precision to run on the CPU that Linux describes in a file; without the file, fp32 for auto. */
    Precision on(Path cpuInfo) {
        if (this != AUTO) {
            return this;
        }
        return flags(cpuInfo).stream().anyMatch(BF16_FLAGS::contains) ? BF16 : FP32;
    }

    private static Set<String> flags(Path cpuInfo) {
        try (var lines = Files.lines(cpuInfo)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line ->
                            Set.of(line.substring(line.indexOf(':') + 1).strip().split(" ")))
                    .orElse(Set.of());
        } catch (IOException e) {
            return Set.of();
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
