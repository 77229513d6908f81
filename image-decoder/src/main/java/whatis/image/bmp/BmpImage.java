package whatis.image.bmp;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;
import whatis.image.raster.RowSource;

/**
 * A BMP file whose headers and palette have been read. Rows come straight from the file, most often from its end to
 * its beginning; only a picture in runs is decoded as a whole first. Alpha doesn't count.
 */
public final class BmpImage implements RowSource {

    /** Headers and the palette. */
    private static final int FIXED_BYTES = 1 << 13;

    private final byte[] file;
    private final BmpHeader header;
    private final PixelFormat format;
    private final long pixelStart;

    private BmpImage(byte[] file, BmpHeader header, PixelFormat format, long pixelStart) {
        this.file = file;
        this.header = header;
        this.format = format;
        this.pixelStart = pixelStart;
    }

    /**
     * Reads the header.
     *
     * @param file bytes that begin like a BMP; not copied
     * @throws MalformedImageException if the header is damaged, or there are fewer pixels than it says
     * @throws whatis.image.raster.UnsupportedVariantException if the picture is of a kind that is not read
     */
    public static BmpImage open(byte[] file) {
        BmpHeader header = BmpHeader.read(file);
        PixelFormat format = header.isIndexed() ? Indexed.of(header, file) : PixelFormat.of(header);
        long paletteLength = header.isIndexed() ? header.colorLength() * header.colors() : 0;
        long start =
                header.pixelStart() == 0 ? Math.min(file.length, header.end() + paletteLength) : header.pixelStart();
        if (!header.isInRuns()) {
            checkRows(file, header, format, start);
        }
        return new BmpImage(file, header, format, start);
    }

    private static void checkRows(byte[] file, BmpHeader header, PixelFormat format, long start) {
        long rowLength = ((long) header.size().width() * format.bits() + 7) / 8;
        long distance = header.rowDistance();
        if (rowLength > distance) {
            throw new MalformedImageException("rows of " + distance + " bytes");
        }
        if (distance > file.length || start + (header.size().height() - 1L) * distance + rowLength > file.length) {
            throw new MalformedImageException("the file ends before the picture is complete");
        }
    }

    @Override
    public ImageSize size() {
        return header.size();
    }

    /** BMP has no place for another. */
    @Override
    public Orientation orientation() {
        return Orientation.NORMAL;
    }

    @Override
    public long memory() {
        long samples = header.isInRuns() ? size().pixels() : 0;
        return file.length + FIXED_BYTES + samples + (long) RgbImage.CHANNELS * size().width();
    }

    @Override
    public void decode(RowSink rows, DecodeBudget budget) {
        if (header.isInRuns()) {
            byte[] samples = RunDecoder.decode(file, pixelStart, header, budget);
            decode(samples, 0, size().width(), rows, budget);
        } else {
            decode(file, pixelStart, header.rowDistance(), rows, budget);
        }
    }

    private void decode(byte[] packed, long start, long rowDistance, RowSink rows, DecodeBudget budget) {
        byte[] rgb = new byte[RgbImage.CHANNELS * size().width()];
        for (int y = 0; y < size().height(); y++) {
            budget.work(2L * size().width());
            int line = header.topDown() ? y : size().height() - 1 - y;
            format.unpack(packed, (int) (start + line * rowDistance), rgb, size().width());
            rows.row(y, rgb);
        }
    }
}
