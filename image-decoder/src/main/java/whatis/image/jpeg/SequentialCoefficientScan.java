package whatis.image.jpeg;

import java.util.Arrays;
import java.util.List;

/** A sequential scan of some of the components, or one whose blocks don't come in the order of rows. */
final class SequentialCoefficientScan extends BlockScan {

    private final HuffmanTable[] dcTables;
    private final HuffmanTable[] acTables;
    private final int[] predictions;

    SequentialCoefficientScan(
            ScanBits bits,
            List<CoefficientPlane> planes,
            int restartInterval,
            HuffmanTable[] dcTables,
            HuffmanTable[] acTables) {
        super(bits, planes, restartInterval);
        this.dcTables = dcTables;
        this.acTables = acTables;
        this.predictions = new int[dcTables.length];
    }

    @Override
    void block(int componentOfScan, short[] coefficients, int from, long[] present, int block) {
        predictions[componentOfScan] += bits.number(bits.symbol(dcTables[componentOfScan]));
        coefficients[from] = (short) predictions[componentOfScan];
        long set = 1;
        HuffmanTable table = acTables[componentOfScan];
        for (int k = 1; k < HuffmanTable.COEFFICIENTS; k++) {
            int symbol = bits.symbol(table);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size != 0) {
                k += run;
                int at = Math.min(k, HuffmanTable.COEFFICIENTS - 1);
                coefficients[from + at] = (short) bits.number(size);
                set |= 1L << at;
            } else if (run == 15) {
                k += run;
            } else {
                break;
            }
        }
        present[block] |= set;
    }

    @Override
    void reset() {
        Arrays.fill(predictions, 0);
    }
}
