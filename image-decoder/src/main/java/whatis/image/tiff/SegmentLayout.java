package whatis.image.tiff;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.UnsupportedVariantException;

/**
 * How the rows of a segment are packed.
 *
 * @param pixels the pixels of all planes
 * @param reversed whether the first bit of a byte is the lowest
 * @param twoDimensional whether rows of group 3 refer to those above
 * @param width the width of a segment in pixels
 * @param stride how many bytes lie between the beginnings of two rows, or rows of blocks
 */
record SegmentLayout(
        PixelLayout pixels,
        Compression compression,
        boolean reversed,
        boolean twoDimensional,
        ChromaSubsampling subsampling,
        Predictor predictor,
        SampleUnpacker unpacker,
        int width,
        int stride) {

    /** A segment must fit into an array, as it must with libtiff. */
    private static final long LONGEST_SEGMENT = Integer.MAX_VALUE - 1;

    /** The runs of a row must fit into an array twice. */
    private static final int MOST_RUNS = 1 << 28;

    static SegmentLayout of(
            TiffBytes bytes,
            Directory directory,
            ImageSize size,
            PixelLayout pixels,
            Compression compression,
            Segments segments) {
        boolean compressed = compression != Compression.NONE;
        ChromaSubsampling subsampling = compressed && pixels.kind() == PixelKind.YCBCR
                ? ChromaSubsampling.of(directory, size, pixels.planar())
                : ChromaSubsampling.NONE;
        Predictor predictor = Predictor.of(directory, compression, pixels, bytes.littleEndian());
        if (!predictor.isNone() && !subsampling.isNone()) {
            throw new UnsupportedVariantException("a predictor of subsampled chroma");
        }
        int width = segments.width();
        long stride = subsampling.isNone() ? pixels.rowLength(width) : subsampling.rowLength(width);
        boolean tooManyRuns = compression.isFax() && width > MOST_RUNS;
        if (stride > LONGEST_SEGMENT || stride * segments.height() > LONGEST_SEGMENT || tooManyRuns) {
            throw new MalformedImageException("a segment has " + segments.height() + " rows of " + stride + " bytes");
        }
        return new SegmentLayout(
                pixels,
                compression,
                PixelLayout.isReversed(directory),
                (directory.number(Tag.T4_OPTIONS, 0) & 1) == 1,
                subsampling,
                predictor,
                new SampleUnpacker(pixels, bytes.littleEndian()),
                width,
                (int) stride);
    }

    boolean isCompressed() {
        return compression != Compression.NONE;
    }

    Decompressor decompressor(DecodeBudget budget) {
        Decompressor decompressor = switch (compression) {
            case NONE -> new RawRows(stride, budget);
            case CCITT_RUN_LENGTHS, GROUP_3, GROUP_4 -> new Fax(compression, twoDimensional, width, budget);
            case LZW -> new Lzw(budget);
            case DEFLATE -> new Deflate(budget);
            case PACK_BITS -> new PackBits(budget);
            case JPEG -> throw new IllegalStateException("JPEG has no packed rows");
        };
        return reversed ? new ReversedBits(decompressor) : decompressor;
    }

    /** Returns how many bytes the wanted pixels at the front of a row take. */
    int rowLength(int count) {
        return (int) pixels.rowLength(count);
    }

    /** Tells whether a row of pixels is the first of its row of blocks. */
    boolean beginsRow(int row) {
        return row % subsampling.vertical() == 0;
    }

    /** Returns how many bytes of a segment libtiff decodes: of subsampled strips a few less than there are, at times. */
    long segmentLength(int rows, boolean tiled) {
        int vertical = subsampling.vertical();
        if (tiled || vertical == 1) {
            return Long.MAX_VALUE;
        }
        int rowsOfBlocks = (rows + vertical - 1) / vertical;
        return (long) rowsOfBlocks * vertical * (stride / vertical);
    }

    void unpack(byte[] packed, int plane, int row, byte[] samples, int from, int count) {
        if (subsampling.isNone()) {
            unpacker.unpack(packed, plane, samples, from, count);
        } else {
            subsampling.unpack(packed, row % subsampling.vertical(), samples, from, count);
        }
    }
}
