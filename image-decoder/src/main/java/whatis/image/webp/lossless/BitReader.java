package whatis.image.webp.lossless;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import whatis.image.raster.MalformedImageException;

/**
 * Reads bits, the lowest of each byte first. {@link PixelReader} keeps {@link #bits}, {@link #count} and {@link #position}
 * in local variables while it goes over a run of pixels.
 *
 * <p>Past the end come zero bits, for as long as one call of {@link #fill} lasts; then the stream is refused.
 */
final class BitReader {

    /** Reads eight bytes, the first being the lowest. */
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** How many bits there are at least after {@link #fill}. */
    static final int FILLED = 56;

    final byte[] bytes;

    /** The last position from which eight bytes can be read at once. */
    final int lastLong;

    /** The next bits, the first being the lowest; bits beyond those that count are zeros, or right. */
    long bits;

    /** How many bits count. */
    int count;

    /** Where the byte lies that follows the bits that count. */
    int position;

    private final int end;

    /** How many of the bits that count were made up after the end. */
    private int madeUp;

    /** Begins at a position. Libwebp takes any stream for eight bytes long at least, the missing ones being zero. */
    BitReader(byte[] bytes, int from, int to) {
        boolean tooShort = to - from < Long.BYTES;
        this.bytes = tooShort ? Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), Long.BYTES) : bytes;
        this.position = tooShort ? 0 : from;
        this.end = tooShort ? Long.BYTES : to;
        this.lastLong = end - Long.BYTES;
    }

    /** Reads a number of at most 24 bits. */
    int read(int length) {
        if (count < length) {
            fill();
        }
        int value = (int) bits & (1 << length) - 1;
        drop(length);
        return value;
    }

    boolean readFlag() {
        return read(1) != 0;
    }

    void drop(int length) {
        bits >>>= length;
        count -= length;
    }

    /** Takes the state back that was kept in local variables. */
    void resume(long bits, int count, int position) {
        this.bits = bits;
        this.count = count;
        this.position = position;
    }

    /** Provides {@value #FILLED} bits. */
    void fill() {
        if (position <= lastLong) {
            bits |= (long) LONG.get(bytes, position) << count;
            position += 63 - count >> 3;
            count |= FILLED;
        } else {
            fillAtEnd();
        }
    }

    private void fillAtEnd() {
        checkEnd();
        while (count < FILLED) {
            if (position < end) {
                bits |= (bytes[position] & 0xffL) << count;
                position++;
            } else {
                madeUp += Byte.SIZE;
            }
            count += Byte.SIZE;
        }
    }

    /** Refuses the stream if more bits were read than there are. */
    void checkEnd() {
        if (count < madeUp) {
            throw new MalformedImageException("the lossless bit stream ends too early");
        }
    }
}
