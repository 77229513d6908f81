package whatis.classification.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import javax.imageio.ImageReader;
import org.w3c.dom.Element;

/** A GIF file, whose first frame may cover only a part of the canvas. */
final class GifContainer implements ImageContainer {

    private static final int SCREEN_WIDTH = 6;
    private static final int SCREEN_HEIGHT = 8;

    private final byte[] bytes;
    private OptionalInt hiddenColor = OptionalInt.empty();

    GifContainer(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public ImageSize size(ImageReader reader) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Element frame = frame(reader);
        int right = position(frame, "imageLeftPosition") + reader.getWidth(0);
        int bottom = position(frame, "imageTopPosition") + reader.getHeight(0);
        return new ImageSize(
                Math.max(right, Short.toUnsignedInt(file.getShort(SCREEN_WIDTH))),
                Math.max(bottom, Short.toUnsignedInt(file.getShort(SCREEN_HEIGHT))));
    }

    @Override
    public long memory(ImageReader reader) throws IOException {
        return ImageContainer.super.memory(reader)
                + RgbImage.CHANNELS * size(reader).pixels();
    }

    @Override
    public RgbImage read(ImageReader reader, DecodeBudget budget) throws IOException {
        BufferedImage image = reader.read(0);
        IndexColorModel palette = (IndexColorModel) image.getColorModel();
        if (palette.getTransparentPixel() >= 0) {
            hiddenColor = OptionalInt.of(palette.getRGB(palette.getTransparentPixel()) & 0xffffff);
        }
        Element frame = frame(reader);
        return RgbConversion.convert(image, budget)
                .placedOn(
                        size(reader),
                        position(frame, "imageLeftPosition"),
                        position(frame, "imageTopPosition"),
                        palette.getRGB(Math.max(0, palette.getTransparentPixel())));
    }

    @Override
    public OptionalInt hiddenColor() {
        return hiddenColor;
    }

    private static Element frame(ImageReader reader) throws IOException {
        Element metadata = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
        return (Element) metadata.getElementsByTagName("ImageDescriptor").item(0);
    }

    private static int position(Element frame, String attribute) {
        return Integer.parseInt(frame.getAttribute(attribute));
    }
}
