package whatis.image.jpeg;

import java.util.List;

/** A scan in which a block is a matter of its own, so that those of a lone component come like any others. */
abstract class BlockScan extends CoefficientScan {

    BlockScan(ScanBits bits, List<CoefficientPlane> planes, int restartInterval) {
        super(bits, planes, restartInterval);
    }

    @Override
    final void row(short[] coefficients, long[] present, int blocks) {
        for (int block = 0; block < blocks; block++) {
            beginMcu();
            if (!bits.insufficient) {
                block(0, coefficients, block * HuffmanTable.COEFFICIENTS, present, block);
                bits.checkEnd(bits.position, bits.available);
            }
        }
    }
}
