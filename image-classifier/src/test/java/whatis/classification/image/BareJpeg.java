package whatis.classification.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Writes JPEG files segment by segment, with tables of one code, a zero bit. */
final class BareJpeg {

    static final int BLOCK_LENGTH = 8;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /** Begins with a table that divides by one. */
    BareJpeg() {
        write(0xff, 0xd8);
        byte[] quantization = new byte[65];
        Arrays.fill(quantization, 1, quantization.length, (byte) 1);
        segment(0xdb, quantization);
    }

    BareJpeg segment(int code, int... content) {
        return segment(code, bytes(content));
    }

    private BareJpeg segment(int code, byte[] content) {
        write(0xff, code, (content.length + 2) >> 8, content.length + 2);
        file.writeBytes(content);
        return this;
    }

    /** Adds a table in which a zero bit stands for a symbol. */
    BareJpeg huffmanTable(int destination, int symbol) {
        byte[] table = new byte[18];
        table[0] = (byte) destination;
        table[1] = 1;
        table[17] = (byte) symbol;
        return segment(0xc4, table);
    }

    BareJpeg zeroBits(int bits) {
        file.writeBytes(new byte[(bits + 7) / 8]);
        return this;
    }

    byte[] end() {
        write(0xff, 0xd9);
        return file.toByteArray();
    }

    private void write(int... values) {
        file.writeBytes(bytes(values));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
