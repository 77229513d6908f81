package whatis.classification.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws what stands for a photograph: areas, edges and grain, in the size that most of ImageNet's pictures have. */
final class DrawnScene {

    private static final int WIDTH = 500;
    private static final int HEIGHT = 375;
    private static final int SHAPES = 60;
    private static final double GRAIN = 8;

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);

    /** Draws it, the same every time. */
    DrawnScene() {
        Random random = new Random(0);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x8fb8de), WIDTH, HEIGHT, new Color(0x3a5a40)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setStroke(new BasicStroke(3));
        for (int i = 0; i < SHAPES; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            int x = random.nextInt(WIDTH);
            int y = random.nextInt(HEIGHT);
            graphics.fillOval(x, y, random.nextInt(WIDTH / 4), random.nextInt(HEIGHT / 4));
            graphics.drawLine(x, y, random.nextInt(WIDTH), random.nextInt(HEIGHT));
        }
        graphics.dispose();
        addGrain(random);
    }

    private void addGrain(Random random) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grain = (int) Math.round(GRAIN * random.nextGaussian());
                Color colour = new Color(image.getRGB(x, y));
                image.setRGB(
                        x,
                        y,
                        0xff << 24
                                | sample(colour.getRed() + grain) << 16
                                | sample(colour.getGreen() + grain) << 8
                                | sample(colour.getBlue() + grain));
            }
        }
    }

    private static int sample(int value) {
        return Math.max(0, Math.min(255, value));
    }

    /** Encodes it as cameras do, with little loss. */
    byte[] jpeg() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.95f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
