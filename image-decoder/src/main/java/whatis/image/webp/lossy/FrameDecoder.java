package whatis.image.webp.lossy;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.RowSink;

/** Decodes a frame, a row of macroblocks at a time. */
final class FrameDecoder {

    private static final long STEPS_PER_MACROBLOCK = 1_500;

    private final FrameHeader header;
    private final DecodeBudget budget;
    private final int across;
    private final int down;
    private final Plane[] planes;
    private final ModeReader modes;
    private final ResidualReader residuals;
    private final Reconstruction reconstruction;
    private final Smoothing smoothing;
    private final RowWriter writer;

    FrameDecoder(FrameHeader header, RowSink rows, DecodeBudget budget) {
        this.header = header;
        this.budget = budget;
        this.across = LossyDecoder.macroblocks(header.size().width());
        this.down = LossyDecoder.macroblocks(header.size().height());
        Plane luma = new Plane(across, LossyDecoder.MACROBLOCK);
        Plane u = new Plane(across, LossyDecoder.MACROBLOCK / 2);
        Plane v = new Plane(across, LossyDecoder.MACROBLOCK / 2);
        this.planes = new Plane[] {luma, u, v};
        this.modes = new ModeReader(header, across);
        this.residuals = new ResidualReader(header, across);
        this.reconstruction = new Reconstruction(luma, u, v);
        this.smoothing = new Smoothing(header.filter(), across, planes);
        this.writer = new RowWriter(header.size(), luma, u, v, rows);
    }

    void decode() {
        for (int row = 0; row < down; row++) {
            budget.work(STEPS_PER_MACROBLOCK * across);
            reconstruct(row);
            for (Plane plane : planes) {
                plane.passOn();
            }
            smoothing.row(row == 0);
            writer.write(row, row == down - 1);
            for (Plane plane : planes) {
                plane.moveUp();
            }
        }
    }

    private void reconstruct(int row) {
        BooleanDecoder bits = header.residuals()[row % header.residuals().length];
        modes.beginRow();
        residuals.beginRow();
        for (int column = 0; column < across; column++) {
            modes.next(column);
            boolean any = readResiduals(bits, column);
            FilterStrength strength = header.filter().strength(modes.segment, modes.blockwise);
            smoothing.note(column, strength, any || modes.blockwise);
            reconstruction.macroblock(modes, residuals, column, row);
        }
        if (header.modes().isExhausted() || bits.isExhausted()) {
            throw new MalformedImageException("the frame is cut short");
        }
    }

    /** Returns whether the macroblock has coefficients. */
    private boolean readResiduals(BooleanDecoder bits, int column) {
        if (modes.skipped) {
            residuals.skip(column, modes.blockwise);
            return false;
        }
        return residuals.next(bits, column, modes.blockwise, header.quantizers()[modes.segment]);
    }
}
