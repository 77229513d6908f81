package whatis.image.png;

import whatis.image.raster.ImageSize;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;

/** Puts the rows of a frame that is smaller than its picture into rows of the picture. */
final class FramePlacement implements RowSink {

    private final ImageSize size;
    private final Frame frame;
    private final byte[] background;
    private final RowSink rows;
    private final byte[] row;

    /** @param background red, green and blue around the frame */
    FramePlacement(ImageSize size, Frame frame, byte[] background, RowSink rows) {
        this.size = size;
        this.frame = frame;
        this.background = background;
        this.rows = rows;
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
            rows.row(above, row);
        }
        System.arraycopy(rgb, 0, row, RgbImage.CHANNELS * frame.x(), RgbImage.CHANNELS * frame.width());
        rows.row(frame.y() + y, row);
        if (y == frame.height() - 1) {
            fill();
            for (int below = frame.y() + frame.height(); below < size.height(); below++) {
                rows.row(below, row);
            }
        }
    }
}
