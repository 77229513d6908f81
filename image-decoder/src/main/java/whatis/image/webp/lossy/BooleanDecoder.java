package whatis.image.webp.lossy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads bits of given probabilities: RFC 6386, section 7. Beyond the end come zeros, and {@link #isExhausted} tells so.
 * {@link CoefficientReader} works on the fields, so as to keep them in registers.
 */
final class BooleanDecoder {

    /** A probability of one half. */
    static final int EVEN = 128;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int REFILL_BYTES = Long.BYTES - 1;

    /** What has been loaded and not yet used: eight bits that are compared, and below them {@link #bits}. */
    long value;

    /** How many bits are loaded beyond those that are compared; below zero if too few for another comparison. */
    int bits = -Byte.SIZE;

    /** The range less one, 127 to 254. */
    int range = 254;

    /** How many bits were loaded last. */
    int loaded;

    private final byte[] bytes;
    private final int end;
    private int position;
    private boolean exhausted;

    BooleanDecoder(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
    }

    /** Returns the value with more bits, and sets {@link #loaded}; to be called whenever {@link #bits} is below zero. */
    long load(long value) {
        if (end - position >= Long.BYTES) {
            long next = (long) LONG.get(bytes, position) >>> Byte.SIZE;
            position += REFILL_BYTES;
            loaded = Byte.SIZE * REFILL_BYTES;
            return value << Byte.SIZE * REFILL_BYTES | next;
        }
        loaded = Byte.SIZE;
        if (position < end) {
            return value << Byte.SIZE | bytes[position++] & 0xff;
        }
        exhausted = true;
        return value << Byte.SIZE;
    }

    /** Returns by how much a range has to be shifted so as to be 128 or more. */
    static int shift(int range) {
        return Integer.numberOfLeadingZeros(range) - (Integer.SIZE - Byte.SIZE);
    }

    /** Tells whether bits were asked for that are not there. */
    boolean isExhausted() {
        return exhausted;
    }

    /** Reads a bit that is zero with this probability, in units of 1/256. */
    int bit(int probability) {
        if (bits < 0) {
            value = load(value);
            bits += loaded;
        }
        int split = range * probability >> 8;
        int width;
        int bit;
        if (value >>> bits > split) {
            value -= (split + 1L) << bits;
            width = range - split;
            bit = 1;
        } else {
            width = split + 1;
            bit = 0;
        }
        int shift = shift(width);
        range = (width << shift) - 1;
        bits -= shift;
        return bit;
    }

    /** Reads a bit that is as likely set as not. */
    boolean flag() {
        return bit(EVEN) != 0;
    }

    /** Reads an unsigned number of so many bits. */
    int number(int length) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 1 | bit(EVEN);
        }
        return number;
    }

    /** Reads a number of so many bits and then its sign. */
    int signedNumber(int length) {
        int number = number(length);
        return flag() ? -number : number;
    }

    /** Reads a flag, and where that is set, a number of so many bits with a sign; zero otherwise. */
    int optionalNumber(int length) {
        return flag() ? signedNumber(length) : 0;
    }
}
