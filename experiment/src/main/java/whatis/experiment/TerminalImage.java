package whatis.experiment;

import whatis.image.EncodedImage;
import whatis.image.ImageRejectedException;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.ResizeTarget;
import whatis.image.raster.RgbImage;

/** Draws an image with characters. */
final class TerminalImage {

    private static final int COLUMNS = 64;

    /** From black to white, on the dark background that most terminals have. */
    private static final String SHADES = " ░▒▓█";

    private TerminalImage() {}

    /**
     * Draws two pixels with each character: one as the colour of an upper half block, one as its background.
     *
     * @throws ImageRejectedException if the image is to blame
     */
    static String coloured(EncodedImage image) {
        int rows = rows(image.header().size());
        RgbImage small = scaled(image, 2 * rows);
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < small.height(); y += 2) {
            for (int x = 0; x < COLUMNS; x++) {
                text.append(colour(38, small, x, y))
                        .append(colour(48, small, x, y + 1))
                        .append('▀');
            }
            text.append("\u001b[0m\n");
        }
        return text.toString();
    }

    /**
     * Draws a pixel with each character, by how much of its place it fills.
     *
     * @throws ImageRejectedException if the image is to blame
     */
    static String shaded(EncodedImage image) {
        RgbImage small = scaled(image, rows(image.header().size()));
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < COLUMNS; x++) {
                text.append(SHADES.charAt(luma(small, x, y) * SHADES.length() / 256));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Returns how many lines keep the image's shape: a character is about twice as high as wide. */
    private static int rows(ImageSize size) {
        return (int) Math.max(1, (long) size.height() * COLUMNS / size.width() / 2);
    }

    /** Returns how bright a pixel looks, 0 to 255 (ITU-R BT.601). */
    private static int luma(RgbImage image, int x, int y) {
        return (299 * sample(image, x, y, 0) + 587 * sample(image, x, y, 1) + 114 * sample(image, x, y, 2)) / 1000;
    }

    /** Returns the escape sequence that sets foreground (38) or background (48). */
    private static String colour(int ground, RgbImage image, int x, int y) {
        return "\u001b[%d;2;%d;%d;%dm"
                .formatted(ground, sample(image, x, y, 0), sample(image, x, y, 1), sample(image, x, y, 2));
    }

    private static int sample(RgbImage image, int x, int y, int channel) {
        return image.rgb()[RgbImage.CHANNELS * (y * image.width() + x) + channel] & 0xff;
    }

    private static RgbImage scaled(EncodedImage image, int height) {
        return image.resize(ResizeTarget.whole(new ImageSize(COLUMNS, height)), ResamplingFilter.BILINEAR);
    }
}
