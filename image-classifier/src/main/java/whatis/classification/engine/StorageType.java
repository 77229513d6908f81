package whatis.classification.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A tensor's number format, with the name of its storage class in PyTorch and its number in TorchScript. */
enum StorageType {
    FLOAT("FloatStorage", 6, 1e-3) {
        @Override
        ByteBuffer encode(float[] values) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            return bytes;
        }
    },
    BFLOAT16("BFloat16Storage", 15, 3e-2) {
        @Override
        ByteBuffer encode(float[] values) {
            short[] halves = new short[values.length];
            for (int i = 0; i < halves.length; i++) {
                halves[i] = roundToBfloat16(values[i]);
            }
            ByteBuffer bytes = ByteBuffer.allocate(halves.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asShortBuffer().put(halves);
            return bytes;
        }
    };

    private final String storage;
    private final int scalarType;
    private final double tolerance;

    StorageType(String storage, int scalarType, double tolerance) {
        this.storage = storage;
        this.scalarType = scalarType;
        this.tolerance = tolerance;
    }

    /** Returns the format for a precision other than {@link Precision#AUTO}. */
    static StorageType of(Precision precision) {
        return switch (precision) {
            case FP32 -> FLOAT;
            case BF16 -> BFLOAT16;
            case AUTO -> throw new IllegalArgumentException("auto isn't a number format");
        };
    }

    String storage() {
        return storage;
    }

    /** Returns PyTorch's {@code ScalarType} number, as TorchScript code spells a dtype. */
    int scalarType() {
        return scalarType;
    }

    /** Returns how far two orders of the same arithmetic may lie apart, relative to the largest logit. */
    double tolerance() {
        return tolerance;
    }

    abstract ByteBuffer encode(float[] values);

    /** Rounds a finite float to nearest, ties to even, as libtorch does. */
    private static short roundToBfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
    }
}
