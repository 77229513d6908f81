package whatis.image.bmp;

import whatis.image.raster.UnsupportedVariantException;

/** How pixels become RGB. */
interface PixelFormat {

    /** Returns the format of a picture without a palette. */
    static PixelFormat of(BmpHeader header) {
        if (header.isInRuns()) {
            throw new UnsupportedVariantException("runs of " + header.bits() + "-bit pixels");
        }
        boolean masked = header.compression() == Compression.BIT_FIELDS;
        return switch (header.bits()) {
            case 16 -> masked ? HighColor.of(header.masks()) : HighColor.RGB_555;
            case 24 -> masked ? TrueColor.ofThreeBytes(header.masks()) : TrueColor.BGR;
            case 32 -> masked ? TrueColor.ofFourBytes(header.masks()) : TrueColor.BGRX;
            default -> throw new UnsupportedVariantException(header.bits() + " bits a pixel");
        };
    }

    /** Returns the bits of a pixel. */
    int bits();

    /**
     * Unpacks a row.
     *
     * @param from the byte in which the row begins
     * @param rgb takes three bytes a pixel
     */
    void unpack(byte[] packed, int from, byte[] rgb, int width);
}
