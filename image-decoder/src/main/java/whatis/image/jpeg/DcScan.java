package whatis.image.jpeg;

import java.util.Arrays;
import java.util.List;

/** A progressive scan of DC coefficients, the first one. */
final class DcScan extends BlockScan {

    private final HuffmanTable[] tables;
    private final int[] predictions;
    private final int low;

    DcScan(ScanBits bits, List<CoefficientPlane> planes, int restartInterval, HuffmanTable[] tables, int low) {
        super(bits, planes, restartInterval);
        this.tables = tables;
        this.predictions = new int[tables.length];
        this.low = low;
    }

    @Override
    void block(int componentOfScan, short[] coefficients, int from, long[] present, int block) {
        if (bits.available < Integer.SIZE) {
            bits.refill();
        }
        HuffmanTable table = tables[componentOfScan];
        int entry = table.values[(int) (bits.buffer >>> HuffmanTable.LOOKUP_SHIFT)];
        int difference;
        if ((entry & HuffmanTable.SLOW) == 0) {
            bits.buffer <<= entry;
            bits.available -= entry & 63;
            difference = entry >> 16;
        } else {
            difference = bits.number(bits.symbol(table));
        }
        predictions[componentOfScan] += difference;
        coefficients[from] = (short) (predictions[componentOfScan] << low);
        present[block] |= 1;
    }

    @Override
    void reset() {
        Arrays.fill(predictions, 0);
    }
}
