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

    /** Where in {@link #value} the bits are that are compared. */
    static final int WINDOW_SHIFT = Long.SIZE - Byte.SIZE;

    /** What has been loaded and not yet used, from the highest bit on: eight bits that are compared, and {@link #bits}. */
    long value;

    /** How many bits are loaded beyond those that are compared; below zero if too few for another comparison. */
    int bits = -Byte.SIZE;

    /** The range less one, 127 to 254. */
    int range = 254;

    private final byte[] bytes;
    private final int end;
    private int position;
    private boolean exhausted;

    BooleanDecoder(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
    }

    /** Loads more; to be called whenever {@link #bits} is below zero. */
    void refill() {
        if (end - position >= Long.BYTES) {
            value |= (long) LONG.get(bytes, position) >>> Byte.SIZE << -bits;
            position += REFILL_BYTES;
            bits += Byte.SIZE * REFILL_BYTES;
            return;
        }
        if (position < end) {
            value |= (bytes[position++] & 0xffL) << WINDOW_SHIFT - Byte.SIZE - bits;
        } else {
            exhausted = true;
        }
        bits += Byte.SIZE;
    }

    /** Tells whether bits were asked for that are not there. */
    boolean isExhausted() {
        return exhausted;
    }

    /** Reads a bit that is zero with this probability, in units of 1/256. */
    int bit(int probability) {
        if (bits < 0) {
            refill();
        }
        int split = range * probability >> 8;
        int width;
        int bit;
        if ((int) (value >>> WINDOW_SHIFT) > split) {
            value -= (split + 1L) << WINDOW_SHIFT;
            width = range - split;
            bit = 1;
        } else {
            width = split + 1;
            bit = 0;
        }
        int shift = Integer.numberOfLeadingZeros(width) - (Integer.SIZE - Byte.SIZE);
        range = (width << shift) - 1;
        value <<= shift;
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
