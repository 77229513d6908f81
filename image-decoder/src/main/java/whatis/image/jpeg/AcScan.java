package whatis.image.jpeg;

import java.util.List;

/** A progressive scan of AC coefficients, the first one of these coefficients. */
final class AcScan extends CoefficientScan {

    private final HuffmanTable table;
    private final int first;
    private final int last;
    private final int low;

    /** How many more blocks have nothing in this band. */
    private int emptyBlocks;

    AcScan(ScanBits bits, CoefficientPlane plane, int restartInterval, HuffmanTable table, ScanHeader header) {
        super(bits, List.of(plane), restartInterval);
        this.table = table;
        this.first = header.first();
        this.last = header.last();
        this.low = header.low();
    }

    @Override
    void row(short[] coefficients, long[] present, int blocks) {
        for (int block = 0; block < blocks; block++) {
            beginMcu();
            if (emptyBlocks > 0) {
                emptyBlocks--;
            } else if (!bits.insufficient) {
                block(0, coefficients, block * HuffmanTable.COEFFICIENTS, present, block);
            }
        }
    }

    @Override
    void block(int componentOfScan, short[] coefficients, int from, long[] present, int block) {
        ScanBits bits = this.bits;
        byte[] window = bits.window;
        int[] values = table.values;
        long buffer = bits.buffer;
        int available = bits.available;
        int position = bits.position;
        int base = from - 1;
        int k = first;
        long set = 0;
        while (k <= last) {
            if (available < Integer.SIZE) {
                buffer |= (long) ScanBits.LONG.get(window, position) >>> available;
                position += 63 - available >> 3;
                available |= 56;
            }
            int entry = values[(int) (buffer >>> HuffmanTable.LOOKUP_SHIFT)];
            if ((entry & HuffmanTable.SLOW) == 0) {
                buffer <<= entry;
                available -= entry & 63;
                k += entry >>> 6 & 127;
                int value = entry >> 16;
                if (value != 0) {
                    int at = Math.min(k, HuffmanTable.COEFFICIENTS);
                    coefficients[base + at] = (short) (value << low);
                    set |= 1L << at - 1;
                }
                continue;
            }
            bits.buffer = buffer;
            bits.available = available;
            bits.position = position;
            int symbol = bits.symbol(table);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size != 0) {
                k += run + 1;
                int at = Math.min(k, HuffmanTable.COEFFICIENTS);
                coefficients[base + at] = (short) (bits.number(size) << low);
                set |= 1L << at - 1;
            } else if (run == 15) {
                k += run + 1;
            } else {
                emptyBlocks = (1 << run) + bits.bits(run) - 1;
                k = HuffmanTable.COEFFICIENTS;
            }
            buffer = bits.buffer;
            available = bits.available;
            position = bits.position;
        }
        present[block] |= set;
        bits.buffer = buffer;
        bits.available = available;
        bits.position = position;
        bits.checkEnd(position, available);
    }

    @Override
    void reset() {
        emptyBlocks = 0;
    }
}
