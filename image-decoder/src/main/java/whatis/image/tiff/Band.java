package whatis.image.tiff;

import whatis.image.raster.ImageSize;
import whatis.image.raster.UnsupportedVariantException;

/** The rows of samples that are decoded at once: one, or those of a row of segments. */
final class Band {

    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Segments segments;
    private final int channels;
    private final int rowLength;
    private final long length;

    /** @param streamed whether segments are decoded row by row */
    Band(Segments segments, ImageSize size, int channels, boolean streamed) {
        this.segments = segments;
        this.channels = channels;
        long samples = (long) channels * size.width();
        this.length = samples * (streamed ? 1 : Math.min(segments.height(), size.height()));
        if (length > LONGEST_ARRAY) {
            throw new UnsupportedVariantException("tiles of " + segments.height() + " rows");
        }
        this.rowLength = (int) samples;
    }

    long memory() {
        return length;
    }

    byte[] allocate() {
        return new byte[(int) length];
    }

    /** Returns where a pixel begins. */
    int index(int row, int column) {
        return row * rowLength + channels * column;
    }

    /** Hands on the rows of a row of segments. */
    void emit(int rowOfSegments, byte[] band, SampleSink sink) {
        for (int i = 0; i < segments.rows(rowOfSegments); i++) {
            sink.row(segments.top(rowOfSegments) + i, band, index(i, 0));
        }
    }
}
