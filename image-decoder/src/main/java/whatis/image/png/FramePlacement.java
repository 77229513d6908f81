package whatis.image.png;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;

/** Puts the rows of a frame that is smaller than its picture into rows of the picture. */
final class FramePlacement implements RowSink {

    private final ImageSize size;
    private final Frame frame;
    private final byte[] background;
    private final RowSink rows;
    private final DecodeBudget budget;
    private final byte[] row;

    /** @param background red, green and blue around the frame */
    FramePlacement(ImageSize size, Frame frame, byte[] background, RowSink rows, DecodeBudget budget) {
        this.size = size;
        this.frame = frame;
        this.background = background;
        this.rows = rows;
        this.budget = budget;
        this.row = new byte[RgbImage.CHANNELS * size.width()];
        fill();
    }

    private void fill() {
        for (int i = 0; i < row.length; i++) {
            row[i] = background[i % RgbImage.CHANNELS];
        }
    }

    @Override
    public void row(int y, byte[] rgb) {
        for (int above = y == 0 ? 0 : frame.y(); above < frame.y(); above++) {
            hand(above);
        }
        System.arraycopy(rgb, 0, row, RgbImage.CHANNELS * frame.x(), RgbImage.CHANNELS * frame.width());
        hand(frame.y() + y);
        if (y == frame.height() - 1) {
            fill();
            for (int below = frame.y() + frame.height(); below < size.height(); below++) {
                hand(below);
            }
        }
    }

    private void hand(int y) {
        budget.work(row.length);
        rows.row(y, row);
    }
}
