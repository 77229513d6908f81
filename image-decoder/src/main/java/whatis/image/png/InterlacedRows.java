package whatis.image.png;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;

/**
 * Puts the passes of an interlaced picture together. Keeps every other row: those between come complete, in the last pass.
 */
final class InterlacedRows {

    private static final int STEPS_PER_PIXEL = 4;

    /** What an array takes besides its elements. */
    private static final int BYTES_PER_ROW = 40;

    private final Frame frame;
    private final RowExpansion expansion;
    private final DecodeBudget budget;
    private final byte[] rgb;
    private final byte[][] evenRows;

    InterlacedRows(Frame frame, RowExpansion expansion, DecodeBudget budget) {
        this.frame = frame;
        this.expansion = expansion;
        this.budget = budget;
        this.rgb = new byte[RgbImage.CHANNELS * frame.width()];
        this.evenRows = new byte[(frame.height() + 1) / 2][rgb.length];
    }

    /** Returns how many bytes rows take. */
    static long memory(Frame frame) {
        return (frame.height() / 2 + 2L) * (RgbImage.CHANNELS * (long) frame.width() + BYTES_PER_ROW);
    }

    /** Reads all rows and hands them on. */
    void read(Scanlines lines, RowSink rows) {
        for (Pass pass : Pass.all(true)) {
            int width = pass.width(frame);
            int height = pass.height(frame);
            lines.begin(width, height);
            for (int i = 0; i < height; i++) {
                expansion.expand(lines.next(), width, rgb);
                int y = pass.y() + i * pass.stepY();
                if (y % 2 == 0) {
                    budget.work(STEPS_PER_PIXEL * (long) width);
                    scatter(pass, width, evenRows[y / 2]);
                } else {
                    rows.row(y - 1, evenRows[y / 2]);
                    rows.row(y, rgb);
                }
            }
        }
        if (frame.height() % 2 == 1) {
            rows.row(frame.height() - 1, evenRows[frame.height() / 2]);
        }
    }

    private void scatter(Pass pass, int width, byte[] row) {
        int in = 0;
        int out = RgbImage.CHANNELS * pass.x();
        for (int x = 0; x < width; x++) {
            row[out] = rgb[in];
            row[out + 1] = rgb[in + 1];
            row[out + 2] = rgb[in + 2];
            in += RgbImage.CHANNELS;
            out += RgbImage.CHANNELS * pass.stepX();
        }
    }
}
