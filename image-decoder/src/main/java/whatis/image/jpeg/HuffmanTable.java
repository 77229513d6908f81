package whatis.image.jpeg;

import java.util.Arrays;
import whatis.image.raster.MalformedImageException;

/**
 * A Huffman table, laid out for three kinds of scans: entries are found by the next {@value #LOOKUP_BITS} bits.
 *
 * <p>Entries of {@link #values} give code and extra bits in one step where both fit: bits 0 to 5 how many bits to drop, 6
 * to 12 by how much the index of the coefficient moves, 16 to 31 the value. Where {@link #PARTIAL} is set only the code
 * fits, and the number of extra bits stands for the value; where {@link #END_OF_BAND} is set the run's bits do;
 * {@link #LONG} says that the code is longer.
 *
 * <p>Entries of {@link #sequential} are for the fast path, which cuts out the extra bits itself: bits 0 to 5 how many bits
 * to drop, 8 to 15 by how much the index moves, 16 to 21 63 less the number of extra bits, 24 to 29 how many bits the code
 * has; 0 where the code is longer.
 */
final class HuffmanTable {

    static final int COEFFICIENTS = 64;
    static final int LOOKUP_BITS = 10;
    static final int LOOKUP_SHIFT = Long.SIZE - LOOKUP_BITS;

    static final int PARTIAL = 1 << 13;
    static final int LONG = 1 << 14;
    static final int END_OF_BAND = 1 << 15;
    static final int SLOW = PARTIAL | LONG | END_OF_BAND;

    static final int LONGEST_CODE = 16;

    private static final int ZERO_RUN = 15;

    final int[] values = new int[1 << LOOKUP_BITS];
    final int[] sequential = new int[1 << LOOKUP_BITS];

    /** The entry of {@link #sequential} for the end of a block; -1 where the code is long, or there is none. */
    private int endOfBlock = -1;

    private final int[] symbols;
    private final int[] largestCode = new int[LONGEST_CODE + 1];
    private final int[] symbolOffset = new int[LONGEST_CODE + 1];

    /**
     * Lays out a table.
     *
     * @param counts how many codes there are of each length, from 1
     * @param symbols what the codes stand for, the shortest first
     * @param dc whether it is for DC coefficients, whose symbols are numbers of bits
     */
    HuffmanTable(int[] counts, int[] symbols, boolean dc) {
        this.symbols = symbols;
        Arrays.fill(values, LONG);
        Arrays.fill(largestCode, -1);
        int code = 0;
        int symbol = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            symbolOffset[length] = symbol - code;
            for (int i = 0; i < counts[length]; i++) {
                if (length <= LOOKUP_BITS) {
                    enter(code, length, symbols[symbol], dc);
                }
                if (dc && symbols[symbol] > 15) {
                    throw new MalformedImageException("a Huffman table for DC has the symbol " + symbols[symbol]);
                }
                largestCode[length] = code;
                code++;
                symbol++;
            }
            if (counts[length] > 0 && code >= 1 << length) {
                throw new MalformedImageException("a Huffman table has too many codes of " + length + " bits");
            }
            code <<= 1;
        }
    }

    private void enter(int code, int length, int symbol, boolean dc) {
        int spare = LOOKUP_BITS - length;
        for (int rest = 0; rest < 1 << spare; rest++) {
            // A table with too many codes, which is refused later, runs beyond the end.
            int index = Math.min(code << spare | rest, values.length - 1);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (dc) {
                values[index] = entry(length, rest, spare, symbol & 15, 1);
            } else if (size != 0) {
                values[index] = entry(length, rest, spare, size, run + 1);
                sequential[index] = length + size | run + 1 << 8 | 63 - size << 16 | length << 24;
            } else {
                boolean zeroRun = run == ZERO_RUN;
                values[index] = zeroRun ? length | 16 << 6 : length | END_OF_BAND | run << 16;
                sequential[index] = length | (zeroRun ? 16 : COEFFICIENTS) << 8 | 63 << 16 | length << 24;
                if (symbol == 0) {
                    endOfBlock = sequential[index];
                }
            }
        }
    }

    private static int entry(int length, int rest, int spare, int size, int move) {
        if (size > spare) {
            return length | move << 6 | PARTIAL | size << 16;
        }
        int value = size == 0 ? 0 : extend(rest >> spare - size, size);
        return length + size | move << 6 | value << 16;
    }

    /** Turns extra bits into the number that they stand for, figure F.12 of ITU-T T.81. */
    static int extend(int bits, int size) {
        return bits < 1 << size - 1 ? bits + (-1 << size) + 1 : bits;
    }

    int endOfBlock() {
        return endOfBlock;
    }

    /**
     * Finds a code of any length at the front of 64 bits.
     *
     * @return the symbol, with the length of its code in the bits from 8 on; 17 and the symbol 0 where there is no such code
     */
    int find(long bits) {
        for (int length = 1; length <= LONGEST_CODE; length++) {
            int code = (int) (bits >>> Long.SIZE - length);
            if (code <= largestCode[length]) {
                return length << 8 | symbols[code + symbolOffset[length]];
            }
        }
        return LONGEST_CODE + 1 << 8;
    }
}
