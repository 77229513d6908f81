package whatis.classification.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Draws images of a few bytes in all formats, for a fuzzer to start from. */
final class TinyImages {

    private static final int SIDE = 12;

    private TinyImages() {}

    static List<byte[]> all() {
        BufferedImage colors = drawn(BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage palette = drawn(BufferedImage.TYPE_BYTE_INDEXED);
        BufferedImage grey = drawn(BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage bits = drawn(BufferedImage.TYPE_BYTE_BINARY);
        return List.of(
                encoded(colors, "jpeg", null, false),
                encoded(colors, "jpeg", null, true),
                encoded(grey, "jpeg", null, false),
                ScanBomb.create(16, 16, 4),
                encoded(colors, "png", null, true),
                encoded(palette, "png", null, false),
                encoded(bits, "png", null, false),
                encoded(sixteenBits(), "png", null, false),
                encoded(palette, "gif", null, true),
                encoded(colors, "bmp", null, false),
                encoded(palette, "bmp", "BI_RLE8", false),
                encoded(drawn(BufferedImage.TYPE_USHORT_565_RGB), "bmp", null, false),
                encoded(colors, "tiff", "LZW", false),
                encoded(palette, "tiff", "PackBits", false),
                encoded(colors, "tiff", "JPEG", false),
                encoded(grey, "tiff", "Deflate", false),
                encoded(bits, "tiff", "CCITT T.6", false),
                CodeTableBomb.create(3),
                DrawnImages.read("lossy.webp"));
    }

    private static BufferedImage drawn(int type) {
        return draw(new BufferedImage(SIDE, SIDE, type));
    }

    private static BufferedImage sixteenBits() {
        ColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                ColorModel.TRANSLUCENT,
                DataBuffer.TYPE_USHORT);
        return draw(new BufferedImage(colors, colors.createCompatibleWritableRaster(SIDE, SIDE), false, null));
    }

    private static BufferedImage draw(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(1, 2, SIDE - 2, SIDE - 4);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(
            BufferedImage image, String format, @Nullable String compression, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        if (compression != null) {
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionType(compression);
        }
        if (progressive) {
            settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
