package whatis.image.tiff;

import java.util.Arrays;
import whatis.image.raster.DecodeBudget;
import whatis.image.tiff.Segments.Extent;

/** Reads the segments of one plane, or of all of them together. */
final class PlaneReader implements AutoCloseable {

    private static final int STEPS_PER_SEGMENT = 200;
    private static final int STEPS_PER_PIXEL = 3;

    private final int plane;
    private final SegmentLayout layout;
    private final Segments segments;
    private final TiffBytes bytes;
    private final Decompressor decompressor;
    private final DecodeBudget budget;
    private final byte[] packed;
    private boolean empty;
    private long left;

    PlaneReader(int plane, SegmentLayout layout, Segments segments, TiffBytes bytes, DecodeBudget budget) {
        this.plane = plane;
        this.layout = layout;
        this.segments = segments;
        this.bytes = bytes;
        this.budget = budget;
        this.decompressor = layout.decompressor(budget);
        this.packed = new byte[layout.stride()];
    }

    /** Begins the segment in a row and a column of segments. */
    void begin(int row, int column, int rows) {
        Extent extent = layout.isCompressed()
                ? segments.compressed(plane, row, column)
                : segments.uncompressed(plane, row, column, (long) layout.stride() * rows);
        empty = extent == null;
        left = layout.segmentLength(rows, segments.tiled());
        if (extent != null) {
            budget.work(STEPS_PER_SEGMENT + (layout.reversed() ? extent.to() - extent.from() : 0));
            decompressor.begin(bytes.file(), extent.from(), extent.to());
        }
    }

    /**
     * Reads the next row.
     *
     * @param row its number within the segment
     * @param samples gets the pixels
     * @param from where in there the first pixel goes
     * @param pixels how many are wanted
     */
    void read(int row, byte[] samples, int from, int pixels) {
        budget.work((long) STEPS_PER_PIXEL * pixels);
        if (empty) {
            layout.unpacker().clear(plane, samples, from, pixels);
            return;
        }
        skip(row, pixels);
        layout.unpack(packed, plane, row, samples, from, pixels);
    }

    /** Reads the next row for nothing. */
    void skip(int row, int pixels) {
        if (empty || !layout.beginsRow(row)) {
            return;
        }
        // An uncompressed tile may end with the file where it goes on outside the picture.
        int length = layout.isCompressed() ? layout.stride() : layout.rowLength(pixels);
        int there = (int) Math.min(left, length);
        decompressor.read(packed, there);
        Arrays.fill(packed, there, length, (byte) 0);
        left -= there;
        layout.predictor().undo(packed, 0, length);
    }

    @Override
    public void close() {
        decompressor.close();
    }
}
