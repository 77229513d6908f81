package whatis.image;

import whatis.image.raster.ImageSize;
import whatis.image.raster.Orientation;
import whatis.image.raster.RgbImage;

/**
 * What a picture says of itself before any pixel is decoded.
 *
 * @param size the size upright
 * @param orientation how the stored rows are to be turned
 * @param memory the most bytes that decoding row by row takes, the encoded picture included
 */
public record ImageHeader(ImageFormat format, ImageSize size, Orientation orientation, long memory) {

    /** Returns the size of the rows as stored. */
    public ImageSize storedSize() {
        return orientation.turned(size);
    }

    /** Returns the most bytes that {@link ImageDecoder#decode(byte[])} takes, the encoded picture and the result included. */
    public long memoryToDecode() {
        int copies = orientation == Orientation.NORMAL ? 1 : 2;
        return memory + copies * RgbImage.CHANNELS * size.pixels();
    }
}
