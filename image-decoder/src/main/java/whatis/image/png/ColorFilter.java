package whatis.image.png;

import whatis.image.raster.RgbImage;

/** Decodes rows of red, green and blue; keeps the pixel on the left in local variables, as memory would be too slow. */
final class ColorFilter extends RowFilter {

    private final int stride;
    private final int step;

    /**
     * @param stride the bytes from one pixel to the next as stored
     * @param step the bytes from one sample to the next
     */
    ColorFilter(int stride, int step) {
        super(stride == RgbImage.CHANNELS);
        this.stride = stride;
        this.step = step;
    }

    @Override
    void none(byte[] encoded, int from, byte[] row, int length) {
        int in = from;
        for (int out = 0; out < length; out += 3) {
            row[out] = encoded[in];
            row[out + 1] = encoded[in + step];
            row[out + 2] = encoded[in + 2 * step];
            in += stride;
        }
    }

    @Override
    void sub(byte[] encoded, int from, byte[] row, int length) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int in = from;
        for (int out = 0; out < length; out += 3) {
            red += encoded[in];
            green += encoded[in + step];
            blue += encoded[in + 2 * step];
            row[out] = (byte) red;
            row[out + 1] = (byte) green;
            row[out + 2] = (byte) blue;
            in += stride;
        }
    }

    @Override
    void up(byte[] encoded, int from, byte[] above, byte[] row, int length) {
        int in = from;
        for (int out = 0; out < length; out += 3) {
            row[out] = (byte) (encoded[in] + above[out]);
            row[out + 1] = (byte) (encoded[in + step] + above[out + 1]);
            row[out + 2] = (byte) (encoded[in + 2 * step] + above[out + 2]);
            in += stride;
        }
    }

    @Override
    void average(byte[] encoded, int from, byte[] above, byte[] row, int length) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int in = from;
        for (int out = 0; out < length; out += 3) {
            red = encoded[in] + (red + (above[out] & 0xff) >> 1) & 0xff;
            green = encoded[in + step] + (green + (above[out + 1] & 0xff) >> 1) & 0xff;
            blue = encoded[in + 2 * step] + (blue + (above[out + 2] & 0xff) >> 1) & 0xff;
            row[out] = (byte) red;
            row[out + 1] = (byte) green;
            row[out + 2] = (byte) blue;
            in += stride;
        }
    }

    @Override
    void paeth(byte[] encoded, int from, byte[] above, byte[] row, int length) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int redCorner = 0;
        int greenCorner = 0;
        int blueCorner = 0;
        int in = from;
        for (int out = 0; out < length; out += 3) {
            int redAbove = above[out] & 0xff;
            int greenAbove = above[out + 1] & 0xff;
            int blueAbove = above[out + 2] & 0xff;
            red = encoded[in] + predictor(red, redAbove, redCorner) & 0xff;
            green = encoded[in + step] + predictor(green, greenAbove, greenCorner) & 0xff;
            blue = encoded[in + 2 * step] + predictor(blue, blueAbove, blueCorner) & 0xff;
            row[out] = (byte) red;
            row[out + 1] = (byte) green;
            row[out + 2] = (byte) blue;
            redCorner = redAbove;
            greenCorner = greenAbove;
            blueCorner = blueAbove;
            in += stride;
        }
    }
}
