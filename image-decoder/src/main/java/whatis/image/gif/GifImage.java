package whatis.image.gif;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;
import whatis.image.raster.RowSource;

/**
 * A GIF file, read up to the pixels of its first frame. The picture is the whole canvas, and the canvas grows with a frame
 * that goes beyond it. Beside the frame it has the hidden colour, or the first of the palette. Whatever follows the frame
 * stays unread.
 */
public final class GifImage implements RowSource {

    /** The first rows and the distances of rows in the passes of an interlaced frame. */
    private static final int[] PASS_STARTS = {0, 4, 2, 1};

    private static final int[] PASS_STEPS = {8, 8, 4, 2};

    /** The table of codes. */
    private static final int FIXED_BYTES = 1 << 17;

    private final byte[] file;
    private final FirstFrame frame;

    private GifImage(byte[] file, FirstFrame frame) {
        this.file = file;
        this.frame = frame;
    }

    /**
     * Reads the header.
     *
     * @param file bytes that begin like a GIF; not copied
     * @throws MalformedImageException if the header is damaged, or no frame follows
     */
    public static GifImage open(byte[] file) {
        return new GifImage(file, HeaderParser.parse(file));
    }

    @Override
    public ImageSize size() {
        return frame.canvas();
    }

    /** No GIF tells another: Pillow doesn't look for EXIF or XMP in one. */
    @Override
    public Orientation orientation() {
        return Orientation.NORMAL;
    }

    @Override
    public long memory() {
        long samples = frame.interlaced() ? frame.size().pixels() : frame.size().width();
        return file.length
                + FIXED_BYTES
                + samples
                + 2L * RgbImage.CHANNELS * frame.canvas().width();
    }

    @Override
    public void whitenHiddenColor() {
        if (frame.hiddenColor() != FirstFrame.NOTHING_HIDDEN) {
            frame.palette().whiten(frame.hiddenColor());
        }
    }

    @Override
    public void decode(RowSink rows, DecodeBudget budget) {
        int width = frame.size().width();
        LzwDecoder decoder = new LzwDecoder(
                file, frame.dataStart(), frame.literalBits(), frame.size().pixels(), budget);
        byte[] samples = frame.interlaced() ? interlaced(decoder, budget) : new byte[width];
        byte[] beside = beside();
        byte[] across = beside.clone();
        for (int y = 0; y < frame.canvas().height(); y++) {
            budget.work(frame.canvas().width());
            int frameRow = y - frame.top();
            if (frameRow < 0 || frameRow >= frame.size().height()) {
                rows.row(y, beside);
                continue;
            }
            if (!frame.interlaced()) {
                budget.work(2L * width);
                decoder.read(samples, 0, width);
            }
            int from = frame.interlaced() ? frameRow * width : 0;
            frame.palette().expand(samples, from, width, across, RgbImage.CHANNELS * frame.left());
            rows.row(y, across);
        }
    }

    /** Returns the samples of all rows, which come in four passes. */
    private byte[] interlaced(LzwDecoder decoder, DecodeBudget budget) {
        int width = frame.size().width();
        int height = frame.size().height();
        byte[] samples = new byte[Math.multiplyExact(width, height)];
        for (int pass = 0; pass < PASS_STARTS.length; pass++) {
            for (int y = PASS_STARTS[pass]; y < height; y += PASS_STEPS[pass]) {
                budget.work(2L * width);
                decoder.read(samples, y * width, width);
            }
        }
        return samples;
    }

    /** Returns a row of the canvas beside the frame. */
    private byte[] beside() {
        byte[] row = new byte[RgbImage.CHANNELS * frame.canvas().width()];
        for (int at = 0; at < row.length; at += RgbImage.CHANNELS) {
            frame.palette().write(frame.background(), row, at);
        }
        return row;
    }
}
