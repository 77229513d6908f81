package whatis.image.png;

import java.util.Arrays;
import java.util.List;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/**
 * Inflates rows and takes their filters back. What the stream leaves out, as it ends after a whole row, is zero, as in Pillow.
 */
final class Scanlines {

    /** As many rows are inflated at once as fit in here, as calling zlib takes longer than short rows. */
    private static final int BATCH_LENGTH = 1 << 14;

    private static final int STEPS_PER_BYTE = 6;
    private static final int STEPS_PER_PIXEL = 3;
    private static final int STEPS_PER_ROW = 100;

    private final ImageData data;
    private final List<RowFilter> filters;
    private final PixelFormat format;
    private final DecodeBudget budget;
    private final byte[] batch;
    private byte[] row;
    private byte[] above;
    private int width;
    private int length;
    private int stride;
    private int rowsLeft;
    private int position;
    private int end;
    private boolean ended;

    /** @param widest the most pixels that a row will have */
    Scanlines(ImageData data, PixelFormat format, int widest, DecodeBudget budget) {
        this.data = data;
        this.filters = RowFilter.of(format);
        this.format = format;
        this.budget = budget;
        this.batch = new byte[batchLength(format, widest)];
        this.row = new byte[format.decodedLength(widest)];
        this.above = new byte[row.length];
    }

    private static int batchLength(PixelFormat format, int widest) {
        return Math.max(BATCH_LENGTH, format.encodedLength(widest));
    }

    /** Returns how many bytes the rows take. */
    static long memory(PixelFormat format, int widest) {
        return BATCH_LENGTH + format.encodedLength(widest) + 2L * format.decodedLength(widest);
    }

    /** Begins a pass: its first row has none above. */
    void begin(int width, int height) {
        this.width = width;
        this.length = format.decodedLength(width);
        this.stride = format.encodedLength(width);
        this.rowsLeft = height;
        Arrays.fill(row, (byte) 0);
    }

    /** Returns the next row, which is written again with the one after the next. */
    byte[] next() {
        budget.work(STEPS_PER_ROW + STEPS_PER_BYTE * (long) stride + STEPS_PER_PIXEL * (long) width);
        if (position == end && !ended) {
            inflate();
        }
        byte[] next = above;
        if (position == end) {
            Arrays.fill(next, (byte) 0);
        } else {
            for (RowFilter filter : filters) {
                filter.decode(batch, position, row, next, length);
            }
            position += stride;
            rowsLeft--;
        }
        above = row;
        row = next;
        return next;
    }

    /** The last row is inflated by itself, as only then it shows whether the data go on until it begins. */
    private void inflate() {
        int rows = Math.max(1, Math.min(rowsLeft - 1, batch.length / stride));
        position = 0;
        end = data.read(batch, rows * stride);
        ended = end < rows * stride;
        if (end % stride != 0) {
            throw new MalformedImageException("the data end within a row");
        }
    }
}
