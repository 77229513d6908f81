package whatis.image.tiff;

import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.UnsupportedVariantException;

/**
 * How many pixels share a pair of chroma samples, section 21 of TIFF 6.0. A block of them is stored as their luma samples,
 * row by row, then both chroma samples.
 *
 * @param horizontal how many pixels across
 * @param vertical how many pixels down
 */
record ChromaSubsampling(int horizontal, int vertical) {

    static final ChromaSubsampling NONE = new ChromaSubsampling(1, 1);

    private static final int DEFAULT = 2;

    /** Reads the subsampling of a compressed picture, for which libtiff knows these. */
    static ChromaSubsampling of(Directory directory, ImageSize size, boolean planar) {
        boolean told = directory.count(Tag.YCBCR_SUBSAMPLING) >= 2;
        long horizontal = told ? directory.value(Tag.YCBCR_SUBSAMPLING, 0) : DEFAULT;
        long vertical = told ? directory.value(Tag.YCBCR_SUBSAMPLING, 1) : DEFAULT;
        boolean known = (horizontal == 1 || horizontal == 2 || horizontal == 4)
                && (vertical == 1 || vertical == 2 || vertical == 4)
                && (vertical <= horizontal || vertical == 2 && horizontal == 1);
        if (!known || planar && horizontal * vertical != 1) {
            throw new UnsupportedVariantException(
                    "chroma subsampled " + horizontal + " x " + vertical + (planar ? " in planes" : ""));
        }
        if (size.width() < horizontal || size.height() < vertical) {
            throw new MalformedImageException("the picture is smaller than its subsampling");
        }
        return new ChromaSubsampling((int) horizontal, (int) vertical);
    }

    boolean isNone() {
        return horizontal * vertical == 1;
    }

    private int blockLength() {
        return horizontal * vertical + 2;
    }

    /** Returns how many bytes a row of blocks takes. */
    long rowLength(long pixels) {
        return (pixels + horizontal - 1) / horizontal * blockLength();
    }

    /**
     * Unpacks the pixels at the front of a row of blocks.
     *
     * @param row which of their rows of pixels
     * @param samples gets luma and chroma of each pixel
     * @param from where in there the first pixel goes
     */
    void unpack(byte[] blocks, int row, byte[] samples, int from, int pixels) {
        int out = from;
        for (int x = 0; x < pixels; x++) {
            int block = x / horizontal * blockLength();
            samples[out] = blocks[block + row * horizontal + x % horizontal];
            samples[out + 1] = blocks[block + blockLength() - 2];
            samples[out + 2] = blocks[block + blockLength() - 1];
            out += 3;
        }
    }
}
