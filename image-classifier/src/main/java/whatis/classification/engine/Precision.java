package whatis.classification.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The number format of weights and activations. */
public enum Precision {
    /** bf16 where the CPU multiplies it natively, else fp32. */
    AUTO,
    /** 32-bit floats: the reference. */
    FP32,
    /**
     * 16-bit floats with 8 bits of mantissa: faster where the CPU has AVX512-BF16, AMX or Arm's bf16 instructions, slower
     * everywhere else.
     */
    BF16;

    /**
     * What Linux calls the instructions that multiply bf16: two of x86, and Arm's FEAT_BF16, for which libtorch asks, too. Arm's
     * {@code svebf16} never comes without it; {@code i8mm} and {@code sve} say nothing about bf16.
     */
    private static final Set<String> BF16_FLAGS = Set.of("avx512_bf16", "amx_bf16", "bf16");

    /** A core's line of flags on x86, and on Arm. */
    private static final Pattern FLAGS = Pattern.compile("(?:flags|Features)\\s*:(.*)");

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
        return forCpu(Path.of("/proc/cpuinfo"));
    }

    /** Returns the precision to run on the CPU that Linux describes in a file; without the file, fp32 for auto. */
    Precision forCpu(Path cpuInfo) {
        if (this != AUTO) {
            return this;
        }
        return flagsOfFirstCore(cpuInfo).anyMatch(BF16_FLAGS::contains) ? BF16 : FP32;
    }

    private static Stream<String> flagsOfFirstCore(Path cpuInfo) {
        try (Stream<String> lines = Files.lines(cpuInfo, StandardCharsets.ISO_8859_1)) {
            return lines.map(FLAGS::matcher).filter(line -> line.matches()).findFirst().stream()
                    .flatMap(line -> Arrays.stream(line.group(1).strip().split("\\s+")));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
