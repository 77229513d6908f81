package whatis.image.jpeg;

/** A progressive scan of AC coefficients, the first one of these coefficients. */
final class AcScan extends BandScan {

    AcScan(ScanBits bits, CoefficientPlane plane, int restartInterval, HuffmanTable table, ScanHeader header) {
        super(bits, plane, restartInterval, table, header);
    }

    @Override
    void row(short[] coefficients, long[] present, int blocks) {
        ScanBits bits = this.bits;
        byte[] window = bits.window;
        int[] values = table.values;
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
            if (emptyBlocks > 0) {
                emptyBlocks--;
                continue;
            }
            if (bits.insufficient) {
                continue;
            }
            int base = block * HuffmanTable.COEFFICIENTS - 1;
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
                int run;
                int size;
                if ((entry & HuffmanTable.LONG) != 0) {
                    bits.save(buffer, available, position);
                    int symbol = bits.symbol(table);
                    buffer = bits.buffer;
                    available = bits.available;
                    run = symbol >> 4;
                    size = symbol & 15;
                } else {
                    buffer <<= entry;
                    available -= entry & 63;
                    boolean endOfBand = (entry & HuffmanTable.END_OF_BAND) != 0;
                    run = endOfBand ? entry >>> 16 : (entry >>> 6 & 127) - 1;
                    size = endOfBand ? 0 : entry >>> 16;
                }
                if (size == 0 && run == 15) {
                    k += run + 1;
                    continue;
                }
                int count = size == 0 ? run : size;
                if (available < count) {
                    buffer |= (long) ScanBits.LONG.get(window, position) >>> available;
                    position += 63 - available >> 3;
                    available |= 56;
                }
                int extra = (int) (buffer >>> 1 >>> 63 - count);
                buffer <<= count;
                available -= count;
                if (size == 0) {
                    emptyBlocks = (1 << run) + extra - 1;
                    break;
                }
                k += run + 1;
                int at = Math.min(k, HuffmanTable.COEFFICIENTS);
                coefficients[base + at] = (short) (HuffmanTable.extend(extra, size) << low);
                set |= 1L << at - 1;
            }
            present[block] |= set;
            bits.checkEnd(position, available);
        }
        bits.save(buffer, available, position);
    }
}
