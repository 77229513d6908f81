package whatis.image.png;

import java.util.OptionalInt;

/**
 * Finds the colour that a picture hides, as Pillow 13 has it once the picture is RGB: its chunk {@code tRNS} names a sample
 * of each channel, or gives alpha to the colours of a palette, of which only one may be hidden, and the others not at all.
 */
final class HiddenColor {

    private HiddenColor() {}

    /**
     * Looks up the colour.
     *
     * @param palette red, green and blue of each colour
     * @param transparency the data of {@code tRNS}; empty if there is none
     * @return the colour, 0xRRGGBB, if there is one
     */
    static OptionalInt of(PixelFormat format, byte[] palette, byte[] transparency) {
        if (transparency.length == 0) {
            return OptionalInt.empty();
        }
        return switch (format.colors()) {
            case GREY -> OptionalInt.of(grey(format.depth(), sample(transparency, 0)));
            case RGB ->
                OptionalInt.of((sample(transparency, 0) & 0xff) << 16
                        | (sample(transparency, 2) & 0xff) << 8
                        | sample(transparency, 4) & 0xff);
            case PALETTE -> ofPalette(palette, transparency);
            case GREY_ALPHA, RGB_ALPHA -> OptionalInt.empty();
        };
    }

    private static int sample(byte[] transparency, int position) {
        return (transparency[position] & 0xff) << 8 | transparency[position + 1] & 0xff;
    }

    /** Pillow takes samples of few bits as if they were eight, and of one or sixteen as if they were red. */
    private static int grey(int depth, int sample) {
        return switch (depth) {
            case 1 -> sample == 0 ? 0 : 0xff0000;
            case 16 -> (sample & 0xff) << 16;
            default -> 0x010101 * Math.min(sample, 0xff);
        };
    }

    private static OptionalInt ofPalette(byte[] palette, byte[] alphas) {
        int hidden = -1;
        for (int i = 0; i < alphas.length; i++) {
            if (alphas[i] == 0 && hidden < 0) {
                hidden = i;
            } else if (alphas[i] != (byte) 0xff) {
                return OptionalInt.empty();
            }
        }
        return hidden < 0 ? OptionalInt.empty() : OptionalInt.of(color(palette, hidden));
    }

    /** A colour that the palette lacks is black. */
    private static int color(byte[] palette, int index) {
        int i = 3 * index;
        return i + 3 > palette.length
                ? 0
                : (palette[i] & 0xff) << 16 | (palette[i + 1] & 0xff) << 8 | palette[i + 2] & 0xff;
    }
}
