package whatis.image.jpeg;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whatis.image.raster.DecodeBudget;

/** Dequantizes the coefficients in memory and puts them into the batches of a {@link BlockStore}. */
final class CoefficientFeed implements BlockSource {

    private static final int STEPS_PER_BLOCK = 40;
    private static final int STEPS_PER_SMOOTHED_BLOCK = 400;

    private final List<CoefficientPlane> planes;
    private final int[][] quantization;
    private final @Nullable BlockSmoothing smoothing;
    private int mcuRow;

    /**
     * Begins at the top.
     *
     * @param planes those of the frame's components, in its order
     * @param quantization for each component its table as of {@link BlockBatch#placed}
     * @param smoothing what estimates missing coefficients, if any are
     */
    CoefficientFeed(List<CoefficientPlane> planes, int[][] quantization, @Nullable BlockSmoothing smoothing) {
        this.smoothing = smoothing;
        this.planes = planes;
        this.quantization = quantization;
    }

    @Override
    public void nextMcuRow(BlockStore store, int rowOfBand, DecodeBudget budget) {
        for (int c = 0; c < planes.size(); c++) {
            CoefficientPlane plane = planes.get(c);
            int vertical = plane.component().vertical();
            for (int row = 0; row < vertical; row++) {
                int blockRow = mcuRow * vertical + row;
                int address = store.address(c, 0, rowOfBand * vertical + row);
                if (smoothing == null) {
                    budget.work((long) STEPS_PER_BLOCK * plane.component().paddedBlocksAcross());
                    row(store, c, plane.rows()[blockRow], plane.present()[blockRow], address);
                } else {
                    budget.work(
                            (long) STEPS_PER_SMOOTHED_BLOCK * plane.component().paddedBlocksAcross());
                    row(store, c, smoothing.row(c, blockRow), smoothing.present(c), address);
                }
            }
        }
        mcuRow++;
    }

    @Override
    public void end() {
        // The scans are complete already.
    }

    private void row(BlockStore store, int component, short[] coefficients, long[] present, int firstAddress) {
        int[] factors = quantization[component];
        int[] places = BlockBatch.PLACES;
        int step = store.addressStep(component);
        BlockBatch batch = store.batch(component);
        int address = firstAddress;
        for (int block = 0; block < present.length; block++) {
            int from = block * HuffmanTable.COEFFICIENTS;
            if ((present[block] & ~1L) == 0) {
                short dc = (short) (coefficients[from] * factors[1]);
                store.fill(component, address, SequentialScan.flatSample(dc));
            } else {
                int lane = batch.count;
                for (long left = present[block] | 1; left != 0; left &= left - 1) {
                    int k = Long.numberOfTrailingZeros(left);
                    int dequantized = coefficients[from + k] * factors[k + 1];
                    batch.coefficients[places[k + 1] + lane] = (short) dequantized;
                }
                batch.address[lane] = address;
                batch.component[lane] = component;
                batch.count = lane + 1;
                if (batch.count == BlockBatch.LANES) {
                    store.flush(batch);
                }
            }
            address += step;
        }
    }
}
