package whatis.image.bmp;

import whatis.image.raster.MalformedImageException;
import whatis.image.raster.UnsupportedVariantException;

/** How pixels are stored; the constants are in the order of the header's numbers. */
enum Compression {
    NONE,
    RUNS_OF_BYTES,
    RUNS_OF_NIBBLES,
    BIT_FIELDS;

    private static final int JPEG = 4;
    private static final int PNG = 5;

    /** @param os2 whether the header is OS/2's, which has another name for 4 */
    static Compression of(long code, boolean os2) {
        if (code < values().length) {
            return values()[(int) code];
        }
        if (code == JPEG) {
            throw new UnsupportedVariantException(os2 ? "runs of 24-bit pixels" : "a JPEG inside");
        }
        if (code == PNG) {
            throw new UnsupportedVariantException("a PNG inside");
        }
        throw new MalformedImageException("compression " + code);
    }
}
