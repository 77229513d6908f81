package whatis.image.jpeg;

import java.util.List;

/** A progressive scan that adds one bit to each DC coefficient. */
final class DcRefinementScan extends BlockScan {

    private final int low;

    DcRefinementScan(ScanBits bits, List<CoefficientPlane> planes, int restartInterval, int low) {
        super(bits, planes, restartInterval);
        this.low = low;
    }

    @Override
    void block(int componentOfScan, short[] coefficients, int from, long[] present, int block) {
        coefficients[from] |= (short) (bits.bits(1) << low);
        present[block] |= 1;
    }

    @Override
    void reset() {}
}
