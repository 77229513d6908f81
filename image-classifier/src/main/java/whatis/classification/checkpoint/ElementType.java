package whatis.classification.checkpoint;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The element types that are read as {@code float}, all but F64 exactly. */
enum ElementType {
    /** Rounded to the nearest {@code float}, to even between two. */
    F64(Double.BYTES) {
        @Override
        void decode(ByteBuffer from, float[] to, int offset, int count) {
            DoubleBuffer elements = from.asDoubleBuffer();
            for (int i = 0; i < count; i++) {
                to[offset + i] = (float) elements.get(i);
            }
        }
    },
    F32(Float.BYTES) {
        @Override
        void decode(ByteBuffer from, float[] to, int offset, int count) {
            from.asFloatBuffer().get(to, offset, count);
        }
    },
    /** IEEE 754 binary16. */
    F16(Short.BYTES) {
        @Override
        void decode(ByteBuffer from, float[] to, int offset, int count) {
            ShortBuffer elements = from.asShortBuffer();
            for (int i = 0; i < count; i++) {
                to[offset + i] = halfToFloat(elements.get(i));
            }
        }
    },
    /** The upper half of an IEEE 754 binary32. */
    BF16(Short.BYTES) {
        @Override
        void decode(ByteBuffer from, float[] to, int offset, int count) {
            ShortBuffer elements = from.asShortBuffer();
            for (int i = 0; i < count; i++) {
                to[offset + i] = Float.intBitsToFloat(elements.get(i) << Short.SIZE);
            }
        }
    };

    final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Finds the type that a safetensors header spells so. */
    static Optional<ElementType> named(String dtype) {
        return Arrays.stream(values()).filter(type -> type.name().equals(dtype)).findFirst();
    }

    /** Decodes elements from the buffer's position on, which stays where it is. */
    abstract void decode(ByteBuffer from, float[] to, int offset, int count);

    private static float halfToFloat(short half) {
        int sign = half & 0x8000;
        int magnitude = half & 0x7fff;
        if (magnitude < 0x0400) {
            float subnormal = magnitude * 0x1p-24f;
            return sign == 0 ? subnormal : -subnormal;
        }
        // Exponents are biased by 15 in 16 bits and by 127 in 32; the largest stands for infinity and NaN in both.
        int exponentShift = magnitude < 0x7c00 ? (127 - 15) << 23 : (255 - 31) << 23;
        return Float.intBitsToFloat(sign << 16 | (magnitude << 13) + exponentShift);
    }
}
