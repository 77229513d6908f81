package whatis.image.webp;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;

/** Puts the rows of a frame on a larger canvas, which is black wherever the frame is not. */
final class CanvasRows implements RowSink {

    private final ImageSize canvas;
    private final Frame frame;
    private final RowSink sink;
    private final DecodeBudget budget;
    private final byte[] black;
    private final byte[] withFrame;

    CanvasRows(ImageSize canvas, Frame frame, RowSink sink, DecodeBudget budget) {
        this.canvas = canvas;
        this.frame = frame;
        this.sink = sink;
        this.budget = budget;
        this.black = new byte[RgbImage.CHANNELS * canvas.width()];
        this.withFrame = new byte[black.length];
    }

    @Override
    public void row(int y, byte[] rgb) {
        if (y == 0) {
            fill(0, frame.y());
        }
        int from = RgbImage.CHANNELS * frame.x();
        System.arraycopy(
                rgb, 0, withFrame, from, RgbImage.CHANNELS * frame.size().width());
        sink.row(frame.y() + y, withFrame);
    }

    /** Hands on what is below the frame. */
    void end() {
        fill(frame.y() + frame.size().height(), canvas.height());
    }

    private void fill(int from, int to) {
        for (int y = from; y < to; y++) {
            budget.work(canvas.width());
            sink.row(y, black);
        }
    }
}
