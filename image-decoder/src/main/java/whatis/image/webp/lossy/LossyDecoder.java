package whatis.image.webp.lossy;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.RowSink;

/** Decodes single VP8 key frames row by row. */
public final class LossyDecoder {

    private static final int MACROBLOCK = 16;
    private static final long STEPS_PER_MACROBLOCK = 1_500;

    /** Tables, coefficients, and what the runtime allocates for a handful of objects. */
    private static final long FIXED_BYTES = 1 << 16;

    /** The rows' ints, bytes of RGB, and neighbours of a macroblock. */
    private static final long BYTES_PER_COLUMN = 24;

    private LossyDecoder() {}

    /**
     * Reads the size in bytes [from, to).
     *
     * @throws MalformedImageException if they don't begin like a key frame
     */
    public static ImageSize size(byte[] bytes, int from, int to) {
        return FrameHeader.size(bytes, from, to);
    }

    /** Returns how many bytes decoding takes at most. */
    public static long memory(ImageSize size) {
        int across = macroblocks(size.width());
        return FIXED_BYTES
                + Plane.memory(across, MACROBLOCK)
                + 2 * Plane.memory(across, MACROBLOCK / 2)
                + BYTES_PER_COLUMN * MACROBLOCK * across;
    }

    /**
     * Decodes the frame in bytes [from, to).
     *
     * @throws MalformedImageException if it is damaged
     */
    public static void decode(byte[] bytes, int from, int to, RowSink rows, DecodeBudget budget) {
        FrameHeader header = FrameHeader.read(bytes, from, to);
        int across = macroblocks(header.size().width());
        int down = macroblocks(header.size().height());
        Plane luma = new Plane(across, MACROBLOCK);
        Plane blue = new Plane(across, MACROBLOCK / 2);
        Plane red = new Plane(across, MACROBLOCK / 2);
        ModeReader modes = new ModeReader(header, across);
        ResidualReader residuals = new ResidualReader(header, across);
        Reconstruction reconstruction = new Reconstruction(luma, blue, red);
        Smoothing smoothing = new Smoothing(header.filter(), across, luma, blue, red);
        RowWriter writer = new RowWriter(header.size(), luma, blue, red, rows);
        for (int row = 0; row < down; row++) {
            budget.work(STEPS_PER_MACROBLOCK * across);
            BooleanDecoder bits = header.residuals()[row % header.residuals().length];
            modes.beginRow();
            residuals.beginRow();
            for (int column = 0; column < across; column++) {
                modes.next(column);
                boolean any = false;
                if (modes.skipped) {
                    residuals.skip(column, modes.blockwise);
                } else {
                    any = residuals.next(bits, column, modes.blockwise, header.quantizers()[modes.segment]);
                }
                smoothing.note(
                        column, header.filter().strength(modes.segment, modes.blockwise), any || modes.blockwise);
                reconstruction.macroblock(modes, residuals, column, row);
            }
            if (header.modes().isExhausted() || bits.isExhausted()) {
                throw new MalformedImageException("the frame is cut short");
            }
            for (Plane plane : new Plane[] {luma, blue, red}) {
                plane.passOn();
            }
            smoothing.row(row == 0);
            writer.write(row, row == down - 1);
            for (Plane plane : new Plane[] {luma, blue, red}) {
                plane.moveUp();
            }
        }
    }

    private static int macroblocks(int length) {
        return (length + MACROBLOCK - 1) / MACROBLOCK;
    }
}
