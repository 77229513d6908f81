package whatis.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Writes lossless WebP files of 64 x 64 pixels that consist of code tables.
 *
 * @see <a href="https://developers.google.com/speed/webp/docs/webp_lossless_bitstream_specification">the format</a>
 */
final class CodeTableBomb {

    private static final int SIDE = 64;
    private static final int TABLES_PER_GROUP = 5;

    private final BitSet bits = new BitSet();
    private int length;

    private CodeTableBomb() {}

    /** @param lastGroup the number of the last group of tables, 0 to 65535, which a few bits are enough to ask for */
    static byte[] create(int lastGroup) {
        CodeTableBomb bomb = new CodeTableBomb();
        bomb.write(0x2f, 8);
        bomb.write(SIDE - 1, 14);
        bomb.write(SIDE - 1, 14);
        bomb.write(0, 1 + 3); // no alpha, version 0
        bomb.write(0, 1 + 1); // no transform, no cache of colours
        bomb.write(1, 1); // an image of group numbers, all the same, follows
        bomb.write(0, 3 + 1);
        bomb.table(lastGroup & 0xff);
        bomb.table(lastGroup >> 8);
        bomb.table(0);
        bomb.table(0);
        bomb.table(0);
        for (int i = 0; i < (lastGroup + 1) * TABLES_PER_GROUP; i++) {
            bomb.table(0);
        }
        return bomb.file();
    }

    /** A table with one symbol, which takes no bits. */
    private void table(int symbol) {
        write(1, 1 + 1);
        write(1, 1);
        write(symbol, 8);
    }

    private void write(int value, int count) {
        for (int bit = 0; bit < count; bit++) {
            bits.set(length++, (value >> bit & 1) == 1);
        }
    }

    private byte[] file() {
        int content = (length / Byte.SIZE + 16) & ~1;
        return ByteBuffer.allocate(20 + content)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + content)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(content)
                .put(bits.toByteArray())
                .array();
    }
}
