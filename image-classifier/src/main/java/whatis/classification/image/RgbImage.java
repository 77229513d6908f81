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

    /** Returns a part of this image; the image itself where that is all of it. */
    RgbImage part(int left, int top, int partWidth, int partHeight) {
        if (partWidth == width && partHeight == height) {
            return this;
        }
        byte[] cut = new byte[3 * partWidth * partHeight];
        for (int y = 0; y < partHeight; y++) {
            System.arraycopy(rgb, 3 * ((top + y) * width + left), cut, 3 * y * partWidth, 3 * partWidth);
        }
        return new RgbImage(partWidth, partHeight, cut);
    }

    /** Makes all pixels of a colour, 0xRRGGBB, white. */
    void whiten(int color, DecodeBudget budget) {
        budget.work(rgb.length);
        for (int i = 0; i < rgb.length; i += CHANNELS) {
            if (rgb[i] == (byte) (color >> 16) && rgb[i + 1] == (byte) (color >> 8) && rgb[i + 2] == (byte) color) {
                Arrays.fill(rgb, i, i + CHANNELS, (byte) 0xff);
            }
        }
    }

    /** Returns a canvas that has this image at (left, top), all of it, and the rest in one colour, 0xRRGGBB. */
    RgbImage placedOn(ImageSize canvas, int left, int top, int background) {
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
