package whatis.experiment.dataset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Draws images that stand in for photographs, 64 x 64 as tiny-imagenet's. The same row is always the same image.
 *
 * <p>Neighbours are of one class, as there: 500 traffic lights, then 500 dartboards, and so on.
 */
final class DrawnImages {

    static final int ROWS = 10_000;

    private static final int SIDE = 64;
    private static final int ROWS_PER_CLASS = 500;
    private static final int CLASSES = 4;

    private DrawnImages() {}

    static int label(int row) {
        return row / ROWS_PER_CLASS;
    }

    /** Returns a row's image as PNG. */
    static byte[] image(int row) {
        Random random = new Random(row);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.getHSBColor(random.nextFloat(), 0.3f, 0.5f + random.nextFloat() / 2));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.translate(random.nextInt(9) - 4, random.nextInt(9) - 4);
        switch (label(row) % CLASSES) {
            case 0 -> trafficLight(pen, random);
            case 1 -> dartboard(pen);
            case 2 -> clock(pen, random);
            default -> chessboard(pen);
        }
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static void trafficLight(Graphics2D pen, Random random) {
        pen.setColor(Color.DARK_GRAY);
        pen.fillRoundRect(20, 4, 24, 56, 8, 8);
        Color[] lamps = {Color.RED, Color.YELLOW, Color.GREEN};
        int lit = random.nextInt(lamps.length);
        for (int i = 0; i < lamps.length; i++) {
            pen.setColor(i == lit ? lamps[i] : Color.BLACK);
            pen.fillOval(25, 8 + 17 * i, 14, 14);
        }
    }

    private static void dartboard(Graphics2D pen) {
        Color[] rings = {Color.BLACK, Color.WHITE, Color.RED, Color.WHITE, Color.RED};
        for (int i = 0; i < rings.length; i++) {
            pen.setColor(rings[i]);
            pen.fillOval(6 + 5 * i, 6 + 5 * i, 52 - 10 * i, 52 - 10 * i);
        }
    }

    private static void clock(Graphics2D pen, Random random) {
        pen.setColor(Color.WHITE);
        pen.fillOval(8, 8, 48, 48);
        pen.setColor(Color.BLACK);
        pen.drawOval(8, 8, 48, 48);
        for (int length : new int[] {12, 20}) {
            double angle = random.nextDouble() * 2 * Math.PI;
            pen.drawLine(32, 32, (int) (32 + length * Math.cos(angle)), (int) (32 + length * Math.sin(angle)));
        }
    }

    private static void chessboard(Graphics2D pen) {
        for (int i = 0; i < 64; i++) {
            pen.setColor((i + i / 8) % 2 == 0 ? Color.WHITE : Color.BLACK);
            pen.fillRect(8 + 6 * (i % 8), 8 + 6 * (i / 8), 6, 6);
        }
    }
}
