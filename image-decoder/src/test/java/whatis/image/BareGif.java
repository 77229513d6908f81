package whatis.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes GIF files block by block, with a clear code before each sample, so that codes stay as short as they begin. */
public final class BareGif {

    private static final int LONGEST_BLOCK = 255;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /**
     * Begins with a palette of a power of two colours, or without one.
     *
     * @param colors red, green and blue of each
     */
    public BareGif(int width, int height, int... colors) {
        file.writeBytes("GIF89a".getBytes(StandardCharsets.ISO_8859_1));
        shorts(width, height);
        write(paletteFlags(colors), 0, 0).write(colors);
    }

    private static int paletteFlags(int[] colors) {
        return colors.length == 0 ? 0 : 0x80 | Integer.numberOfTrailingZeros(colors.length / 3) - 1;
    }

    /** Adds the index of the colour that is not to be seen. */
    public BareGif hidden(int sample) {
        return extension(0xf9, 1, 0, 0, sample).write(0);
    }

    /** Adds an extension of a block, without the end of blocks. */
    public BareGif extension(int label, int... block) {
        return write('!', label, block.length).write(block);
    }

    /** Adds the header of a frame, with or without a palette. */
    public BareGif frame(int left, int top, int width, int height, boolean interlaced, int... colors) {
        write(',');
        shorts(left, top, width, height);
        return write(paletteFlags(colors) | (interlaced ? 0x40 : 0)).write(colors);
    }

    /** Adds samples of so many bits in blocks, with an end code and the end of blocks. */
    public BareGif samples(int bits, int... samples) {
        return codes(bits, samples).write(0);
    }

    /** Adds samples of so many bits in blocks and an end code, but no end of blocks. */
    public BareGif codes(int bits, int... samples) {
        int clear = 1 << bits;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int buffer = 0;
        int count = 0;
        for (int i = 0; i <= 2 * samples.length; i++) {
            int code = i == 2 * samples.length ? clear + 1 : i % 2 == 0 ? clear : samples[i / 2];
            buffer |= code << count;
            for (count += bits + 1; count >= 8; count -= 8) {
                packed.write(buffer);
                buffer >>= 8;
            }
        }
        packed.write(buffer);
        byte[] bytes = packed.toByteArray();
        write(bits);
        for (int from = 0; from < bytes.length; from += LONGEST_BLOCK) {
            int length = Math.min(LONGEST_BLOCK, bytes.length - from);
            write(length);
            file.write(bytes, from, length);
        }
        return this;
    }

    /** Adds bytes as they are. */
    public BareGif write(int... values) {
        for (int value : values) {
            file.write(value);
        }
        return this;
    }

    private void shorts(int... values) {
        for (int value : values) {
            write(value, value >> 8);
        }
    }

    /** Ends the file. */
    public byte[] end() {
        return write(';').file.toByteArray();
    }
}
