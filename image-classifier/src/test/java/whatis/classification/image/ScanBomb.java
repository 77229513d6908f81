package whatis.classification.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Writes grey progressive JPEG files in which a few bytes make a decoder go over all blocks once more. */
final class ScanBomb {

    private static final int BLOCK_LENGTH = 8;

    /** What the only code of the tables below stands for, with fourteen zero bits behind it: a run of 2^14 blocks. */
    private static final int BLOCKS_PER_RUN = 1 << 14;

    private static final int BITS_PER_RUN = 15;

    private ScanBomb() {}

    static byte[] create(int width, int height, int scans) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(file, 0xff, 0xd8);
        byte[] quantization = new byte[65];
        Arrays.fill(quantization, 1, quantization.length, (byte) 1);
        segment(file, 0xdb, quantization);
        segment(file, 0xc2, bytes(8, height >> 8, height, width >> 8, width, 1, 1, 0x11, 0));
        segment(file, 0xc4, huffmanTable(0x00, 0));
        segment(file, 0xc4, huffmanTable(0x10, 0xe0));
        int blocks = (width / BLOCK_LENGTH) * (height / BLOCK_LENGTH);
        scan(file, 0, blocks);
        for (int scan = 1; scan < scans; scan++) {
            int runs = (blocks + BLOCKS_PER_RUN - 1) / BLOCKS_PER_RUN;
            scan(file, 1 + (scan - 1) % 63, runs * BITS_PER_RUN);
        }
        write(file, 0xff, 0xd9);
        return file.toByteArray();
    }

    /** A table with one code, a zero bit. */
    private static byte[] huffmanTable(int destination, int symbol) {
        byte[] table = new byte[18];
        table[0] = (byte) destination;
        table[1] = 1;
        table[17] = (byte) symbol;
        return table;
    }

    private static void scan(ByteArrayOutputStream file, int coefficient, int zeroBits) {
        segment(file, 0xda, bytes(1, 1, 0, coefficient, coefficient, 0));
        file.writeBytes(new byte[(zeroBits + 7) / 8]);
    }

    private static void segment(ByteArrayOutputStream file, int code, byte[] content) {
        write(file, 0xff, code, (content.length + 2) >> 8, content.length + 2);
        file.writeBytes(content);
    }

    private static void write(ByteArrayOutputStream file, int... values) {
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
