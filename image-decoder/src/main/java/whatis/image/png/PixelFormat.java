package whatis.image.png;

import org.jspecify.annotations.Nullable;
import whatis.image.raster.RgbImage;

/**
 * What the samples of a picture are.
 *
 * @param depth the bits of a sample: 1, 2, 4, 8 or 16
 */
record PixelFormat(ColorType colors, int depth) {

    /** Returns what the header's numbers stand for; null if nothing. */
    static @Nullable PixelFormat of(int depth, int colorType) {
        boolean whole = depth == 8 || depth == 16;
        boolean packed = depth == 1 || depth == 2 || depth == 4;
        return switch (colorType) {
            case 0 -> whole || packed ? new PixelFormat(ColorType.GREY, depth) : null;
            case 2 -> whole ? new PixelFormat(ColorType.RGB, depth) : null;
            case 3 -> packed || depth == 8 ? new PixelFormat(ColorType.PALETTE, depth) : null;
            case 4 -> whole ? new PixelFormat(ColorType.GREY_ALPHA, depth) : null;
            case 6 -> whole ? new PixelFormat(ColorType.RGB_ALPHA, depth) : null;
            default -> null;
        };
    }

    /** Returns how many bits a pixel has. */
    int bitsPerPixel() {
        return colors.channels() * depth;
    }

    /** Returns how many bytes a row has as stored, the number of its filter included. */
    int encodedLength(int width) {
        return 1 + bytes(width);
    }

    private int bytes(int width) {
        return (int) (((long) width * bitsPerPixel() + 7) / 8);
    }

    /** Returns how many bytes a row has once its filter is taken back. */
    int decodedLength(int width) {
        if (isTrueColor()) {
            return RgbImage.CHANNELS * width;
        }
        return colors == ColorType.GREY_ALPHA ? width : bytes(width);
    }

    /** Returns how many bytes lie between those of neighbouring pixels that a filter takes together. */
    int stride() {
        return Math.max(1, bitsPerPixel() / 8);
    }

    /** Tells whether rows are made of red, green and blue. */
    boolean isTrueColor() {
        return colors == ColorType.RGB || colors == ColorType.RGB_ALPHA;
    }

    /** Tells whether samples are grey of sixteen bits, of which all count. */
    boolean isDeepGrey() {
        return colors == ColorType.GREY && depth == 16;
    }
}
