package whatis.classification.image;

import java.util.Arrays;

/**
 * A decoded image.
 *
 * @param rgb one byte for each of red, green and blue, pixel by pixel, row by row, from the top left; not copied
 */
record RgbImage(int width, int height, byte[] rgb) {

    /** The bytes of a pixel: red, green and blue. */
    static final int CHANNELS = 3;

    RgbImage {
        if (rgb.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    rgb.length + " bytes are not three for each of " + width + " x " + height + " pixels");
        }
    }

    ImageSize size() {
        return new ImageSize(width, height);
    }

    /** Returns this image at (left, top) of a canvas that holds all of it, with the rest in one colour, 0xRRGGBB. */
    RgbImage on(ImageSize canvas, int left, int top, int background) {
        if (canvas.equals(size())) {
            return this;
        }
        byte[] filled = new byte[3 * (int) canvas.pixels()];
        if (background != 0) {
            for (int i = 0; i < filled.length; i += 3) {
                filled[i] = (byte) (background >> 16);
                filled[i + 1] = (byte) (background >> 8);
                filled[i + 2] = (byte) background;
            }
        }
        for (int y = 0; y < height; y++) {
            System.arraycopy(rgb, 3 * y * width, filled, 3 * ((top + y) * canvas.width() + left), 3 * width);
        }
        return new RgbImage(canvas.width(), canvas.height(), filled);
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
