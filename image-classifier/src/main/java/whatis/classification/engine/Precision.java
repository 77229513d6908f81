package whatis.classification.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import whatis.classification.torchscript.StorageType;

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

    /** Returns the precision to run on a processor: fp32 or bf16. */
    Precision on(Cpu cpu) {
        if (this != AUTO) {
            return this;
        }
        return cpu.multipliesBf16() ? BF16 : FP32;
    }

    /**
     * Returns the number format.
     *
     * @throws IllegalStateException for {@link #AUTO}
     */
    StorageType storage() {
        return switch (this) {
            case FP32 -> StorageType.FLOAT;
            case BF16 -> StorageType.BFLOAT16;
            case AUTO -> throw new IllegalStateException("auto isn't a number format");
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
