package whatis.classification.image;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * Finds the colour that a PNG hides, as Pillow 13 has it once the image is RGB: its chunk {@code tRNS} names a sample of each
 * channel, or gives alpha to the colours of a palette, of which only one may be hidden, and the others not at all.
 */
final class PngTransparency {

    static final int CHUNK = 0x74524e53;

    private static final int CHUNK_PALETTE = 0x504c5445;
    private static final int SIGNATURE_LENGTH = 8;
    private static final int CHUNK_OVERHEAD = 12;
    private static final int BIT_DEPTH = 24;
    private static final int COLOR_TYPE = 25;

    private PngTransparency() {}

    /**
     * Looks up the colour.
     *
     * @param png the file, whose header and palette count
     * @param transparency the chunk's data; empty if there is none
     * @return the colour, 0xRRGGBB, if there is one
     */
    static OptionalInt hiddenColor(byte[] png, byte[] transparency) {
        ByteBuffer samples = ByteBuffer.wrap(transparency);
        return switch (png[COLOR_TYPE]) {
            case 0 -> transparency.length < 2 ? OptionalInt.empty() : grey(png[BIT_DEPTH], samples.getChar(0));
            case 2 ->
                transparency.length < 6
                        ? OptionalInt.empty()
                        : OptionalInt.of(
                                (samples.get(1) & 0xff) << 16 | (samples.get(3) & 0xff) << 8 | samples.get(5) & 0xff);
            case 3 -> palette(png, transparency);
            default -> OptionalInt.empty();
        };
    }

    /** Pillow takes samples of few bits as if they were eight, and of one or sixteen as if they were red. */
    private static OptionalInt grey(int bits, int sample) {
        return OptionalInt.of(
                switch (bits) {
                    case 1 -> sample == 0 ? 0 : 0xff0000;
                    case 16 -> (sample & 0xff) << 16;
                    default -> 0x010101 * Math.min(sample, 0xff);
                });
    }

    private static OptionalInt palette(byte[] png, byte[] alphas) {
        int hidden = -1;
        for (int i = 0; i < alphas.length; i++) {
            if (alphas[i] == 0 && hidden < 0) {
                hidden = i;
            } else if (alphas[i] != (byte) 0xff) {
                return OptionalInt.empty();
            }
        }
        return hidden < 0 ? OptionalInt.empty() : OptionalInt.of(color(png, hidden));
    }

    /** A colour that the palette lacks is black. */
    private static int color(byte[] png, int index) {
        ByteBuffer file = ByteBuffer.wrap(png);
        int position = SIGNATURE_LENGTH;
        while (position <= png.length - CHUNK_OVERHEAD) {
            int length = file.getInt(position);
            if (length < 0 || length > png.length - position - CHUNK_OVERHEAD) {
                return 0;
            }
            if (file.getInt(position + 4) == CHUNK_PALETTE) {
                return 3 * index + 3 <= length ? file.getInt(position + 7 + 3 * index) & 0xffffff : 0;
            }
            position += CHUNK_OVERHEAD + length;
        }
        return 0;
    }
}
