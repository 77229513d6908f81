package whatis.image.jpeg;

import java.util.List;

/** A progressive scan that adds one bit to AC coefficients and sets those that were zero so far. */
final class AcRefinementScan extends CoefficientScan {

    private final HuffmanTable table;
    private final int first;
    private final int last;
    private final int low;

    /** The coefficients of this scan, the lowest bit being coefficient 0. */
    private final long band;

    /** How many more blocks get no new coefficients in this band. */
    private int emptyBlocks;

    AcRefinementScan(
            ScanBits bits, CoefficientPlane plane, int restartInterval, HuffmanTable table, ScanHeader header) {
        super(bits, List.of(plane), restartInterval);
        this.table = table;
        this.first = header.first();
        this.last = header.last();
        this.low = header.low();
        this.band = -1L >>> HuffmanTable.COEFFICIENTS - 1 - last & -1L << first;
    }

    @Override
    void block(int componentOfScan, short[] coefficients, int from, long[] present, int block) {
        long before = present[block] & band;
        long left = before;
        if (emptyBlocks == 0) {
            left = setNew(coefficients, from, present, block);
        }
        if (emptyBlocks > 0) {
            refine(coefficients, from, left);
            emptyBlocks--;
        }
    }

    /** Sets new coefficients and refines those before each; returns which are still to be refined. */
    private long setNew(short[] coefficients, int from, long[] present, int block) {
        long before = present[block] & band;
        long left = before;
        int k = first;
        while (k <= last) {
            int run;
            int value;
            if (bits.available < Integer.SIZE) {
                bits.refill();
            }
            int entry = table.values[(int) (bits.buffer >>> HuffmanTable.LOOKUP_SHIFT)];
            if ((entry & HuffmanTable.SLOW) == 0 && Math.abs(entry >> 16) <= 1) {
                bits.buffer <<= entry;
                bits.available -= entry & 63;
                run = (entry >>> 6 & 127) - 1;
                value = (entry >> 16) << low;
            } else {
                int symbol = bits.symbol(table);
                run = symbol >> 4;
                if ((symbol & 15) == 0 && run != 15) {
                    emptyBlocks = (1 << run) + bits.bits(run);
                    return left;
                }
                value = 0;
                if ((symbol & 15) != 0) {
                    value = bits.bits(1) != 0 ? 1 << low : -1 << low;
                }
            }
            int at = zeroAfter(run, before, k);
            long passed = at < HuffmanTable.COEFFICIENTS ? left & (1L << at) - 1 : left;
            left ^= passed;
            refine(coefficients, from, passed);
            if (value != 0) {
                int set = Math.min(at, HuffmanTable.COEFFICIENTS - 1);
                coefficients[from + set] = (short) value;
                present[block] |= 1L << set;
            }
            k = at + 1;
        }
        return left;
    }

    /** Returns where the coefficient is that was zero before and has so many such ones between k and it. */
    private int zeroAfter(int run, long before, int k) {
        long zeros = ~before & band & -1L << k;
        for (int i = run; i > 0 && zeros != 0; i--) {
            zeros &= zeros - 1;
        }
        return zeros == 0 ? last + 1 : Long.numberOfTrailingZeros(zeros);
    }

    /** Reads a bit for each of these coefficients. */
    private void refine(short[] coefficients, int from, long which) {
        ScanBits bits = this.bits;
        long buffer = bits.buffer;
        int available = bits.available;
        int bit = 1 << low;
        for (long left = which; left != 0; left &= left - 1) {
            if (available < 1) {
                bits.available = available;
                bits.buffer = buffer;
                bits.refill();
                buffer = bits.buffer;
                available = bits.available;
            }
            int at = from + Long.numberOfTrailingZeros(left);
            int value = coefficients[at];
            if ((value & bit) == 0) {
                coefficients[at] = (short) (value + ((value >> 31 | 1) << low & (int) (buffer >> 63)));
            }
            buffer <<= 1;
            available--;
        }
        bits.buffer = buffer;
        bits.available = available;
    }

    @Override
    void reset() {
        emptyBlocks = 0;
    }
}
