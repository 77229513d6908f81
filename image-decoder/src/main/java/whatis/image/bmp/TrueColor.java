package whatis.image.bmp;

import java.util.Map;
import whatis.image.raster.RgbImage;
import whatis.image.raster.UnsupportedVariantException;

/**
 * Pixels of whole bytes, of which one each is red, green and blue.
 *
 * @param bytes the bytes of a pixel
 * @param red which of them is red, from 0
 * @param green which is green
 * @param blue which is blue
 */
record TrueColor(int bytes, int red, int green, int blue) implements PixelFormat {

    static final TrueColor BGR = new TrueColor(3, 2, 1, 0);
    static final TrueColor BGRX = new TrueColor(4, 2, 1, 0);

    /** What Pillow reads of 32 bits; a file whose masks are all zero means what is common. */
    private static final Map<ChannelMasks, TrueColor> OF_FOUR_BYTES = Map.of(
            ChannelMasks.NONE,
            BGRX,
            new ChannelMasks(0xff0000, 0xff00, 0xff, 0),
            BGRX,
            new ChannelMasks(0xff0000, 0xff00, 0xff, 0xff000000L),
            BGRX,
            new ChannelMasks(0xff000000L, 0xff0000, 0xff00, 0),
            new TrueColor(4, 3, 2, 1),
            new ChannelMasks(0xff000000L, 0xff0000, 0xff00, 0xff),
            new TrueColor(4, 3, 2, 1),
            new ChannelMasks(0xff000000L, 0xff00, 0xff, 0),
            new TrueColor(4, 3, 1, 0),
            new ChannelMasks(0xff000000L, 0xff00, 0xff, 0xff0000),
            new TrueColor(4, 3, 1, 0),
            new ChannelMasks(0xff, 0xff00, 0xff0000, 0xff000000L),
            new TrueColor(4, 0, 1, 2));

    static TrueColor ofThreeBytes(ChannelMasks masks) {
        if (masks.match(0xff0000, 0xff00, 0xff)) {
            return BGR;
        }
        throw new UnsupportedVariantException("24 bits a pixel, but not a byte each for blue, green and red");
    }

    static TrueColor ofFourBytes(ChannelMasks masks) {
        TrueColor format = OF_FOUR_BYTES.get(masks);
        if (format == null) {
            throw new UnsupportedVariantException("32 bits a pixel with channels at uncommon places");
        }
        return format;
    }

    @Override
    public int bits() {
        return Byte.SIZE * bytes;
    }

    @Override
    public void unpack(byte[] packed, int from, byte[] rgb, int width) {
        int in = from;
        for (int out = 0; out < RgbImage.CHANNELS * width; out += RgbImage.CHANNELS) {
            rgb[out] = packed[in + red];
            rgb[out + 1] = packed[in + green];
            rgb[out + 2] = packed[in + blue];
            in += bytes;
        }
    }
}
