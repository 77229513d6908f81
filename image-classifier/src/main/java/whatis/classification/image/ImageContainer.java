package whatis.classification.image;

import java.io.IOException;
import java.util.OptionalInt;
import javax.imageio.ImageReader;

/** One encoded image, with what its format demands around the reader that decodes it. */
interface ImageContainer {

    /** Returns what the reader is given; not always what was sent. */
    byte[] bytes();

    /** Returns the size that the header declares, before any orientation. */
    default ImageSize size(ImageReader reader) throws IOException {
        return new ImageSize(reader.getWidth(0), reader.getHeight(0));
    }

    /** Refuses an image of acceptable size that would still cost too much to decode. */
    default void check(ImageSize size, ImageLimits limits) {}

    /** What readers take for each column: several rows with up to four bytes for each of up to four samples. */
    int BYTES_PER_COLUMN = 64;

    /** The tables and buffers of readers. */
    int BUFFERS = 1 << 20;

    /** Returns how many bytes {@link #read} takes at most, as the header has it. */
    default long memory(ImageReader reader) throws IOException {
        long columns = reader.getWidth(0);
        long pixels = columns * reader.getHeight(0);
        return BUFFERS + columns * BYTES_PER_COLUMN + pixels * RgbConversion.bytesPerPixel(reader.getRawImageType(0));
    }

    /** Decodes all pixels, as they are stored. */
    default RgbImage read(ImageReader reader, DecodeBudget budget) throws IOException {
        return RgbConversion.convert(reader.read(0), budget);
    }

    /**
     * Returns the one colour, 0xRRGGBB, whose pixels are not to be seen, where the format hides a colour instead of having
     * alpha. Known once the image was read.
     */
    default OptionalInt hiddenColor() {
        return OptionalInt.empty();
    }

    default Orientation orientation() {
        return Orientation.NORMAL;
    }
}
