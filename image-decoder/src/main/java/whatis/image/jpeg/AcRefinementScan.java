package whatis.image.jpeg;

/** A progressive scan that adds one bit to AC coefficients and sets those that were zero so far. */
final class AcRefinementScan extends BandScan {

    /** The coefficients of this scan, the lowest bit being coefficient 0. */
    private final long band;

    AcRefinementScan(
            ScanBits bits, CoefficientPlane plane, int restartInterval, HuffmanTable table, ScanHeader header) {
        super(bits, plane, restartInterval, table, header);
        this.band = -1L >>> HuffmanTable.COEFFICIENTS - 1 - last & -1L << first;
    }

    @Override
    void row(short[] coefficients, long[] present, int blocks) {
        ScanBits bits = this.bits;
        byte[] window = bits.window;
        int[] values = table.values;
        int bit = 1 << low;
        long buffer = bits.buffer;
        int available = bits.available;
        int position = bits.position;
        for (int block = 0; block < blocks; block++) {
            if (isMcuToBegin(position)) {
                bits.save(buffer, available, position);
                beginMcu();
                buffer = bits.buffer;
                available = bits.available;
                position = bits.position;
            }
            if (bits.insufficient) {
                continue;
            }
            int base = block * HuffmanTable.COEFFICIENTS;
            long before = present[block] & band;
            long left = before;
            int k = emptyBlocks == 0 ? first : HuffmanTable.COEFFICIENTS;
            while (true) {
                long refined;
                int at = HuffmanTable.COEFFICIENTS;
                int value = 0;
                if (k <= last) {
                    if (available < Integer.SIZE) {
                        buffer |= (long) ScanBits.LONG.get(window, position) >>> available;
                        position += 63 - available >> 3;
                        available |= 56;
                    }
                    int entry = values[(int) (buffer >>> HuffmanTable.LOOKUP_SHIFT)];
                    int run;
                    if ((entry & HuffmanTable.SLOW) == 0 && Math.abs(entry >> 16) <= 1) {
                        buffer <<= entry;
                        available -= entry & 63;
                        run = (entry >>> 6 & 127) - 1;
                        value = (entry >> 16) << low;
                    } else {
                        bits.save(buffer, available, position);
                        int symbol = bits.symbol(table);
                        run = symbol >> 4;
                        if ((symbol & 15) != 0) {
                            value = bits.bits(1) != 0 ? bit : -bit;
                        } else if (run != 15) {
                            emptyBlocks = (1 << run) + bits.bits(run);
                            run = -1;
                        }
                        buffer = bits.buffer;
                        available = bits.available;
                        position = bits.position;
                    }
                    at = run < 0 ? HuffmanTable.COEFFICIENTS : zeroAfter(run, before, k);
                    k = run < 0 ? HuffmanTable.COEFFICIENTS : at + 1;
                }
                refined = at < HuffmanTable.COEFFICIENTS ? left & (1L << at) - 1 : left;
                left ^= refined;
                while (refined != 0) {
                    if (available < 1) {
                        buffer |= (long) ScanBits.LONG.get(window, position) >>> available;
                        position += 63 - available >> 3;
                        available |= 56;
                    }
                    int i = base + Long.numberOfTrailingZeros(refined);
                    int old = coefficients[i];
                    if ((old & bit) == 0) {
                        coefficients[i] = (short) (old + ((old >> 31 | 1) << low & (int) (buffer >> 63)));
                    }
                    buffer <<= 1;
                    available--;
                    refined &= refined - 1;
                }
                if (value != 0) {
                    int set = Math.min(at, HuffmanTable.COEFFICIENTS - 1);
                    coefficients[base + set] = (short) value;
                    present[block] |= 1L << set;
                }
                if (k > last) {
                    break;
                }
            }
            if (emptyBlocks > 0) {
                emptyBlocks--;
            }
            bits.checkEnd(position, available);
        }
        bits.save(buffer, available, position);
    }

    /** Returns where the coefficient is that was zero before and has so many such ones between k and it. */
    private int zeroAfter(int run, long before, int k) {
        long zeros = ~before & band & -1L << k;
        for (int i = run; i > 0 && zeros != 0; i--) {
            zeros &= zeros - 1;
        }
        return zeros == 0 ? last + 1 : Long.numberOfTrailingZeros(zeros);
    }
}
