package whatis.experiment;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Draws an image with characters. */
final class TerminalImage {

    private static final int COLUMNS = 64;

    /** From black to white, on the dark background that most terminals have. */
    private static final String SHADES = " ░▒▓█";

    private TerminalImage() {}

    /** Draws two pixels with each character: one as the colour of an upper half block, one as its background. */
    static String coloured(BufferedImage image) {
        int rows = rows(image);
        BufferedImage small = scaled(image, COLUMNS, 2 * rows);
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < small.getHeight(); y += 2) {
            for (int x = 0; x < COLUMNS; x++) {
                text.append(colour(38, small.getRGB(x, y)))
                        .append(colour(48, small.getRGB(x, y + 1)))
                        .append('▀');
            }
            text.append("\u001b[0m\n");
        }
        return text.toString();
    }

    /** Draws a pixel with each character, by how much of its place it fills. */
    static String shaded(BufferedImage image) {
        int rows = rows(image);
        BufferedImage small = scaled(image, COLUMNS, rows);
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                text.append(SHADES.charAt(luma(small.getRGB(x, y)) * SHADES.length() / 256));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Returns how many lines keep the image's shape: a character is about twice as high as wide. */
    private static int rows(BufferedImage image) {
        return Math.max(1, image.getHeight() * COLUMNS / image.getWidth() / 2);
    }

    /** Returns how bright a colour looks, 0 to 255 (ITU-R BT.601). */
    private static int luma(int rgb) {
        return (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
    }

    /** Returns the escape sequence that sets foreground (38) or background (48). */
    private static String colour(int ground, int rgb) {
        return "\u001b[%d;2;%d;%d;%dm".formatted(ground, rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }
}
