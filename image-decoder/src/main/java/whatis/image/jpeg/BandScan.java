package whatis.image.jpeg;

import java.util.List;

/** A progressive scan of a band of AC coefficients, of one component. */
abstract class BandScan extends CoefficientScan {

    final HuffmanTable table;
    final int first;
    final int last;
    final int low;

    /** How many more blocks get nothing new in this band. */
    int emptyBlocks;

    BandScan(ScanBits bits, CoefficientPlane plane, int restartInterval, HuffmanTable table, ScanHeader header) {
        super(bits, List.of(plane), restartInterval);
        this.table = table;
        this.first = header.first();
        this.last = header.last();
        this.low = header.low();
    }

    @Override
    final void block(int componentOfScan, short[] coefficients, int from, long[] present, int block) {
        throw new IllegalStateException("a scan of AC coefficients has one component");
    }

    @Override
    final void reset() {
        emptyBlocks = 0;
    }
}
