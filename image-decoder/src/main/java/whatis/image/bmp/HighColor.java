package whatis.image.bmp;

import whatis.image.raster.RgbImage;
import whatis.image.raster.UnsupportedVariantException;

/** Pixels of two bytes: five bits each for red and blue, five or six for green between them. */
record HighColor(int greenBits) implements PixelFormat {

    static final HighColor RGB_555 = new HighColor(5);

    private static final HighColor RGB_565 = new HighColor(6);
    private static final byte[] OF_FIVE_BITS = levels(5);
    private static final byte[] OF_SIX_BITS = levels(6);

    static HighColor of(ChannelMasks masks) {
        if (masks.match(0x7c00, 0x3e0, 0x1f)) {
            return RGB_555;
        }
        if (masks.match(0xf800, 0x7e0, 0x1f)) {
            return RGB_565;
        }
        throw new UnsupportedVariantException("16 bits a pixel, but neither 5-5-5 nor 5-6-5");
    }

    /** Spreads samples over 0 to 255. */
    private static byte[] levels(int bits) {
        int highest = (1 << bits) - 1;
        byte[] levels = new byte[highest + 1];
        for (int sample = 0; sample <= highest; sample++) {
            levels[sample] = (byte) (sample * 255 / highest);
        }
        return levels;
    }

    @Override
    public int bits() {
        return 16;
    }

    @Override
    public void unpack(byte[] packed, int from, byte[] rgb, int width) {
        byte[] greens = greenBits == 5 ? OF_FIVE_BITS : OF_SIX_BITS;
        int in = from;
        for (int out = 0; out < RgbImage.CHANNELS * width; out += RgbImage.CHANNELS) {
            int pixel = packed[in] & 0xff | (packed[in + 1] & 0xff) << 8;
            rgb[out] = OF_FIVE_BITS[pixel >> 5 + greenBits & 0x1f];
            rgb[out + 1] = greens[pixel >> 5 & greens.length - 1];
            rgb[out + 2] = OF_FIVE_BITS[pixel & 0x1f];
            in += 2;
        }
    }
}
