package whatis.image;

import whatis.image.raster.RgbImage;

/** What tests decode with. */
final class Decoding {

    private Decoding() {}

    static RgbImage decode(byte[] encoded) {
        return decode(encoded, ImageLimits.DEFAULT);
    }

    static RgbImage decode(byte[] encoded, ImageLimits limits) {
        return new ImageDecoder(limits).decode(encoded);
    }
}
