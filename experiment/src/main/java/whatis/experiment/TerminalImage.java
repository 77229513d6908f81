package whatis.experiment;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Draws an image with characters: two pixels each, one as the colour of an upper half block and one as its background. */
final class TerminalImage {

    private static final int COLUMNS = 64;

    private TerminalImage() {}

    static String of(BufferedImage image) {
        int rows = Math.max(1, image.getHeight() * COLUMNS / image.getWidth() / 2);
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
