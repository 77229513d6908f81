package whatis.classification.image;

import java.io.IOException;
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

    /** Decodes all pixels, as they are stored. */
    default RgbImage read(ImageReader reader) throws IOException {
        return RgbConversion.convert(reader.read(0));
    }

    default Orientation orientation() {
        return Orientation.NORMAL;
    }
}
