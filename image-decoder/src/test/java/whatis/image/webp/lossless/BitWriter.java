package whatis.image.webp.lossless;

import java.io.ByteArrayOutputStream;

/** Writes bits, the lowest of each byte first. */
final class BitWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long bits;
    private int count;

    BitWriter put(int value, int length) {
        bits |= (long) value << count;
        count += length;
        while (count >= Byte.SIZE) {
            bytes.write((int) bits);
            bits >>>= Byte.SIZE;
            count -= Byte.SIZE;
        }
        return this;
    }

    /** Begins a stream. */
    static BitWriter header(int width, int height) {
        return new BitWriter()
                .put(0x2f, 8)
                .put(width - 1, 14)
                .put(height - 1, 14)
                .put(0, 4);
    }

    /** Puts a prefix code with one symbol, 0 to 255, which takes no bits. */
    BitWriter oneSymbol(int symbol) {
        return put(0b101, 3).put(symbol, 8);
    }

    /** Puts a prefix code with eight bits for each of 256 symbols: their lengths have a code with one symbol, 8. */
    BitWriter allBytes() {
        put(0, 1).put(12 - 4, 4).put(0, 3 * 10).put(0, 3).put(1, 3);
        return put(1, 1).put(3, 3).put(256 - 2, 8);
    }

    byte[] bytes() {
        put(0, 7);
        return bytes.toByteArray();
    }
}
