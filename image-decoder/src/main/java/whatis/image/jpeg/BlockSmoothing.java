package whatis.image.jpeg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Estimates coefficients that no scan of a progressive picture had from the DC coefficients of 25 blocks around, as
 * libjpeg-turbo 2.1 and later do (K.8 of ITU-T T.81, widened). Each estimate is a weighted sum, see {@link #ALONE} and
 * {@link #BESIDE_OTHERS}, in units of the coefficient's quantization.
 */
final class BlockSmoothing {

    private static final int WINDOW = 5;

    /** The weights of DC coefficients, row by row, for coefficients 0 to 9 where no AC coefficient is known. */
    private static final int[][] ALONE = {
        {-2, -6, -8, -6, -2, -6, 6, 42, 6, -6, -8, 42, 152, 42, -8, -6, 6, 42, 6, -6, -2, -6, -8, -6, -2},
        {-1, -1, 0, 1, 1, -3, 13, 0, -13, 3, -3, 38, 0, -38, 3, -3, 13, 0, -13, 3, -1, -1, 0, 1, 1},
        {-1, -3, -3, -3, -1, -1, 13, 38, 13, -1, 0, 0, 0, 0, 0, 1, -13, -38, -13, 1, 1, 3, 3, 3, 1},
        {0, 0, 1, 0, 0, 0, 2, 7, 2, 0, 0, -5, -14, -5, 0, 0, 2, 7, 2, 0, 0, 0, 1, 0, 0},
        {-1, 0, 0, 0, 1, 0, 9, 0, -9, 0, 0, 0, 0, 0, 0, 0, -9, 0, 9, 0, 1, 0, 0, 0, -1},
        {0, 0, 0, 0, 0, 0, 2, -5, 2, 0, 1, 7, -14, 7, 1, 0, 2, -5, 2, 0, 0, 0, 0, 0, 0},
        {0, 0, 0, 0, 0, 0, 1, 0, -1, 0, 0, 2, 0, -2, 0, 0, 1, 0, -1, 0, 0, 0, 0, 0, 0},
        {0, 0, 0, 0, 0, 0, 1, -3, 1, 0, 0, 0, 0, 0, 0, 0, -1, 3, -1, 0, 0, 0, 0, 0, 0},
        {0, 0, 0, 0, 0, 0, 1, 0, -1, 0, 0, -3, 0, 3, 0, 0, 1, 0, -1, 0, 0, 0, 0, 0, 0},
        {0, 0, 0, 0, 0, 0, 1, 2, 1, 0, 0, 0, 0, 0, 0, 0, -1, -2, -1, 0, 0, 0, 0, 0, 0}
    };

    /** The weights for coefficients 1 to 5 where some AC coefficients are known. */
    private static final int[][] BESIDE_OTHERS = {
        {},
        {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -7, 50, 0, -50, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
        {0, 0, -7, 0, 0, 0, 0, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, -50, 0, 0, 0, 0, 7, 0, 0},
        {0, 0, -1, 0, 0, 0, 0, 13, 0, 0, 0, 0, -24, 0, 0, 0, 0, 13, 0, 0, 0, 0, -1, 0, 0},
        {0, -1, 0, 1, 0, -1, 10, 0, -10, 1, 0, 0, 0, 0, 0, 1, -10, 0, 10, -1, 0, 1, 0, -1, 0},
        {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 13, -24, 13, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
    };

    private final List<CoefficientPlane> planes;
    private final int[][] quantization;
    private final Progression progression;
    private final int lastGoodMcuRow;
    private final int mcuRows;
    private final short[][] smoothed;
    private final long[][] present;

    private BlockSmoothing(
            List<CoefficientPlane> planes,
            int[][] quantization,
            Progression progression,
            int lastGoodMcuRow,
            int mcuRows) {
        this.planes = planes;
        this.quantization = quantization;
        this.progression = progression;
        this.lastGoodMcuRow = lastGoodMcuRow;
        this.mcuRows = mcuRows;
        this.smoothed = new short[planes.size()][];
        this.present = new long[planes.size()][];
        for (int c = 0; c < smoothed.length; c++) {
            int blocks = planes.get(c).component().paddedBlocksAcross();
            smoothed[c] = new short[blocks * HuffmanTable.COEFFICIENTS];
            present[c] = new long[blocks];
        }
    }

    /**
     * Returns what smooths a picture, or null where that is of no use, or not possible.
     *
     * @param quantization for each component its table as of {@link BlockBatch#placed}
     * @param lastGoodMcuRow the row of the last MCU that the last scan had data for
     */
    static @Nullable BlockSmoothing of(
            List<CoefficientPlane> planes,
            int[][] quantization,
            Progression progression,
            int lastGoodMcuRow,
            int mcuRows) {
        boolean useful = false;
        for (int c = 0; c < planes.size(); c++) {
            int[] missing = progression.missingBits(c);
            if (missing[0] < 0) {
                return null;
            }
            for (int k = 0; k < Progression.COEFFICIENTS; k++) {
                if (quantization[c][k + 1] == 0) {
                    return null;
                }
                useful |= k > 0 && missing[k] != 0;
            }
        }
        return useful ? new BlockSmoothing(planes, quantization, progression, lastGoodMcuRow, mcuRows) : null;
    }

    /** Returns the coefficients of a row of blocks, smoothed; written again for the next row of the component. */
    short[] row(int component, int row) {
        CoefficientPlane plane = planes.get(component);
        int vertical = plane.component().vertical();
        int mcuRow = row / vertical;
        int[] missing =
                mcuRow > lastGoodMcuRow ? progression.missingBitsBefore(component) : progression.missingBits(component);
        boolean alone = true;
        for (int k = 1; k < Progression.COEFFICIENTS; k++) {
            alone &= missing[k] == Progression.UNKNOWN;
        }
        short[] to = smoothed[component];
        System.arraycopy(plane.rows()[row], 0, to, 0, to.length);
        System.arraycopy(plane.present()[row], 0, present[component], 0, present[component].length);
        short[][] around = rowsAround(plane, row, mcuRow, vertical);
        int last = plane.component().blocksAcross() - 1;
        int[] dc = new int[WINDOW * WINDOW];
        for (int block = 0; block <= last; block++) {
            for (int i = 0; i < dc.length; i++) {
                int x = Math.max(0, Math.min(last, block + i % WINDOW - 2));
                dc[i] = around[i / WINDOW][x * HuffmanTable.COEFFICIENTS];
            }
            present[component][block] |= smooth(to, block, dc, missing, quantization[component], alone);
        }
        return to;
    }

    /** Returns which coefficients of each block {@link #row} has set, or were set before. */
    long[] present(int component) {
        return present[component];
    }

    /** Finds two rows above and two below, with the same slips at the bottom as libjpeg. */
    private short[][] rowsAround(CoefficientPlane plane, int row, int mcuRow, int vertical) {
        int blockRows = vertical;
        if (mcuRow == mcuRows - 1 && plane.component().blocksDown() % vertical != 0) {
            blockRows = plane.component().blocksDown() % vertical;
        }
        int counted = mcuRow * blockRows + row % vertical;
        int end = mcuRows * blockRows;
        int above = counted > 0 ? row - 1 : row;
        int twoAbove = counted > 1 ? row - 2 : above;
        int below = counted < end - 1 ? row + 1 : row;
        int twoBelow = counted < end - 2 ? row + 2 : below;
        short[][] rows = plane.rows();
        int highest = rows.length - 1;
        return new short[][] {
            rows[twoAbove], rows[above], rows[row], rows[Math.min(below, highest)], rows[Math.min(twoBelow, highest)]
        };
    }

    private static long smooth(short[] to, int block, int[] dc, int[] missing, int[] factors, boolean alone) {
        int[][] weights = alone ? ALONE : BESIDE_OTHERS;
        int from = block * HuffmanTable.COEFFICIENTS;
        long set = 1;
        for (int k = alone ? 0 : 1; k < weights.length; k++) {
            if (k == 0 || missing[k] != 0 && to[from + k] == 0) {
                to[from + k] = (short) estimate(weights[k], dc, factors, k, k == 0 ? 0 : missing[k]);
                set |= 1L << k;
            }
        }
        return set;
    }

    private static int estimate(int[] weights, int[] dc, int[] factors, int k, int missing) {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * dc[i];
        }
        long scaled = sum * factors[1];
        long divisor = factors[k + 1];
        int size = (int) (((divisor << 7) + Math.abs(scaled)) / (divisor << 8));
        if (missing > 0) {
            size = Math.min(size, (1 << missing) - 1);
        }
        return scaled < 0 ? -size : size;
    }
}
