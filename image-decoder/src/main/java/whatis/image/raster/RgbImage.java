package whatis.image.raster;

import java.util.Arrays;

/**
 * A picture in memory.
 *
 * @param rgb one byte for each of red, green and blue, pixel by pixel, row by row, from the top left; not copied
 */
public record RgbImage(int width, int height, byte[] rgb) {

    /** The bytes of a pixel: red, green and blue. */
    public static final int CHANNELS = 3;

    public RgbImage {
        if (rgb.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    rgb.length + " bytes are not three for each of " + width + " x " + height + " pixels");
        }
    }

    /** Returns width and height. */
    public ImageSize size() {
        return new ImageSize(width, height);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RgbImage image && size().equals(image.size()) && Arrays.equals(rgb, image.rgb);
    }

    @Override
    public int hashCode() {
        return 31 * size().hashCode() + Arrays.hashCode(rgb);
    }
}
