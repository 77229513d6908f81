package whatis.classification.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import whatis.classification.torchscript.StorageType;

/** The number format of weights and activations. */
public enum Precision {
    /** bf16 where the CPU multiplies it faster than fp32, else that. */
    AUTO,
    /** 32-bit floats: the reference. */
    FP32,
    /**
     * 16-bit floats with 8 bits of mantissa: faster where the CPU has AMX, Arm's bf16 instructions or AMD's AVX512-BF16, slower
     * everywhere else.
     */
    BF16,
    /**
     * Linear layers in 8-bit whole numbers, as far as a calibration for this very checkpoint says, all else as {@link #AUTO}:
     * faster still where the CPU has VNNI or AMX, and less exact.
     */
    INT8,
    /** {@link #INT8} in all linear layers, calibrated on noise: for measuring speed, as answers are worth nothing. */
    INT8_SYNTHETIC;

    /**
     * Reads a setting.
     *
     * @throws IllegalArgumentException if it is none of auto, fp32, bf16, int8 and int8-synthetic
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

    /**
     * Returns the precision to run on a processor: any but auto.
     *
     * @throws IllegalArgumentException if the processor can't run it
     */
    Precision on(Cpu cpu) {
        return switch (this) {
            case FP32, BF16 -> this;
            case AUTO -> cpu.gainsFromBf16() ? BF16 : FP32;
            case INT8, INT8_SYNTHETIC -> {
                if (!cpu.multipliesInt8()) {
                    throw new IllegalArgumentException(
                            "The precision %s needs a CPU with VNNI or AMX, which this one lacks:".formatted(this)
                                    + " choose auto.");
                }
                yield this;
            }
        };
    }

    /**
     * Returns the precision that runs on this machine: any but auto.
     *
     * @throws IllegalArgumentException if its processor can't run it
     */
    public Precision here() {
        return on(Cpu.here());
    }

    /** Returns the format of floats on a processor. */
    StorageType storage(Cpu cpu) {
        return switch (this) {
            case FP32 -> StorageType.FLOAT;
            case BF16 -> StorageType.BFLOAT16;
            case AUTO, INT8, INT8_SYNTHETIC -> AUTO.on(cpu).storage(cpu);
        };
    }

    /** Tells whether linear layers run in whole numbers. */
    public boolean isInt8() {
        return this == INT8 || this == INT8_SYNTHETIC;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
