package whatis.classification.torchscript;

import java.nio.ByteBuffer;

/** A tensor's number format, with the name of its storage class in PyTorch and its number in TorchScript. */
public enum StorageType {
    FLOAT("FloatStorage", 6, Float.BYTES) {
        @Override
        void encode(float[] values, int count, ByteBuffer target) {
            target.asFloatBuffer().put(values, 0, count);
        }
    },
    BFLOAT16("BFloat16Storage", 15, Short.BYTES) {
        @Override
        void encode(float[] values, int count, ByteBuffer target) {
            short[] halves = new short[count];
            for (int i = 0; i < count; i++) {
                halves[i] = roundToBfloat16(values[i]);
            }
            target.asShortBuffer().put(halves);
        }
    };

    private final String storage;
    private final int scalarType;
    private final int bytes;

    StorageType(String storage, int scalarType, int bytes) {
        this.storage = storage;
        this.scalarType = scalarType;
        this.bytes = bytes;
    }

    String storage() {
        return storage;
    }

    /** Returns PyTorch's {@code ScalarType} number, as TorchScript code spells a dtype. */
    public int scalarType() {
        return scalarType;
    }

    /** Returns how many bytes an element has. */
    int bytes() {
        return bytes;
    }

    /** Writes elements to the start of a little-endian buffer, whose position stays where it is. */
    abstract void encode(float[] values, int count, ByteBuffer target);

    /** Rounds a finite float to nearest, ties to even, as libtorch does. */
    private static short roundToBfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
    }
}
