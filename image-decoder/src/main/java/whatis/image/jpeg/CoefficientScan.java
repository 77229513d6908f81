package whatis.image.jpeg;

import java.util.List;
import whatis.image.raster.DecodeBudget;

/** A scan that adds to coefficients in memory. */
abstract class CoefficientScan {

    private static final int STEPS_PER_BLOCK = 8;

    final ScanBits bits;
    private final List<CoefficientPlane> planes;
    private final int restartInterval;
    private int mcusToRestart;
    private int mcuRow;
    private int lastGoodMcuRow;

    /** @param planes those of the scan's components, in its order */
    CoefficientScan(ScanBits bits, List<CoefficientPlane> planes, int restartInterval) {
        this.bits = bits;
        this.planes = planes;
        this.restartInterval = restartInterval;
        this.mcusToRestart = restartInterval;
    }

    /** Forgets what carries over from block to block. */
    abstract void reset();

    /** Decodes a row of blocks of the only component. */
    abstract void row(short[] coefficients, long[] present, int blocks);

    /** Decodes one block of several components. */
    abstract void block(int componentOfScan, short[] coefficients, int from, long[] present, int block);

    /** Decodes the scan; where it has one component its blocks come row by row, else MCU by MCU. */
    final void decode(FrameHeader frame, DecodeBudget budget) {
        if (planes.size() == 1) {
            CoefficientPlane plane = planes.get(0);
            FrameComponent component = plane.component();
            for (int row = 0; row < component.blocksDown(); row++) {
                budget.work((long) STEPS_PER_BLOCK * component.blocksAcross());
                beginRow(row / component.vertical());
                row(plane.rows()[row], plane.present()[row], component.blocksAcross());
            }
        } else {
            for (int row = 0; row < frame.mcusDown(); row++) {
                budget.work((long) STEPS_PER_BLOCK * planes.size() * frame.mcusAcross());
                beginRow(row);
                for (int column = 0; column < frame.mcusAcross(); column++) {
                    mcu(row, column);
                }
            }
        }
    }

    private void beginRow(int row) {
        mcuRow = row;
        if (!bits.insufficient) {
            lastGoodMcuRow = row;
        }
    }

    private void mcu(int row, int column) {
        beginMcu();
        if (bits.insufficient) {
            return;
        }
        for (int i = 0; i < planes.size(); i++) {
            CoefficientPlane plane = planes.get(i);
            int across = plane.component().horizontal();
            int down = plane.component().vertical();
            for (int y = row * down; y < (row + 1) * down; y++) {
                for (int x = column * across; x < (column + 1) * across; x++) {
                    block(i, plane.rows()[y], x * HuffmanTable.COEFFICIENTS, plane.present()[y], x);
                }
            }
        }
        bits.checkEnd(bits.position, bits.available);
    }

    /** Tells whether {@link #beginMcu} has something to do; it may be called without asking. */
    final boolean isMcuToBegin(int position) {
        return restartInterval != 0 || position > bits.slideAt;
    }

    /** Makes the bits of the next MCU ready, over a restart where one is due. */
    final void beginMcu() {
        if (restartInterval != 0) {
            if (!bits.insufficient) {
                lastGoodMcuRow = mcuRow;
            }
            if (mcusToRestart == 0) {
                bits.restart();
                reset();
                mcusToRestart = restartInterval;
            }
            mcusToRestart--;
        }
        if (bits.position > bits.slideAt) {
            bits.slide();
        }
    }

    /** Returns in which row of the frame's MCUs data ended, the last row if they didn't. */
    final int lastGoodMcuRow() {
        return lastGoodMcuRow;
    }
}
