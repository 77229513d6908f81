package whatis.image.webp.lossless;

import java.util.Arrays;
import whatis.image.raster.MalformedImageException;

/**
 * Lays out canonical prefix codes as tables. The next {@value #ROOT_BITS} bits of the stream, or fewer where no code is
 * longer, are the index of an entry: in its lowest four bits the length of the code, above them the symbol. Where the code
 * is longer than the index, the entry tells the length of the longest code that begins like this, and above it where, in
 * the same table, the entries for the bits that follow begin.
 */
final class PrefixCodeBuilder {

    static final int ROOT_BITS = 8;
    static final int LENGTH_BITS = 4;
    static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;
    static final int LONGEST_CODE = 15;

    /** The most entries that a table takes by the number of symbols, at most: 2,328 for green, 256, or 40. */
    static final int MOST_ENTRIES = 2704 + 3 * 630 + 410;

    private final int[] counts = new int[LONGEST_CODE + 1];
    private final int[] offsets = new int[LONGEST_CODE + 2];
    private final int[] next = new int[LONGEST_CODE + 2];
    private final char[] sorted = new char[PrefixCodeReader.MOST_SYMBOLS];
    private final char[] table;
    private int rootBits;

    /** @param table gets the entries */
    PrefixCodeBuilder(char[] table) {
        this.table = table;
    }

    /** Returns how many bits are the index of an entry of the last table. */
    int rootBits() {
        return rootBits;
    }

    /**
     * Lays out a table.
     *
     * @param lengths the length of the code of each symbol, 0 where it has none
     * @param at where the table begins
     * @return where it ends
     */
    int build(byte[] lengths, int symbols, int at) {
        sort(lengths, symbols);
        int used = offsets[LONGEST_CODE + 1];
        if (used == 1) {
            rootBits = 0;
            table[at] = (char) (sorted[0] << LENGTH_BITS);
            return at + 1;
        }
        checkComplete();
        int longest = LONGEST_CODE;
        while (counts[longest] == 0) {
            longest--;
        }
        rootBits = Math.min(longest, ROOT_BITS);
        int next = enterShort(at);
        return longest > ROOT_BITS ? enterLong(at, next) : next;
    }

    /** Sorts symbols by length, those of one length by number. */
    private void sort(byte[] lengths, int symbols) {
        Arrays.fill(counts, 0);
        for (int symbol = 0; symbol < symbols; symbol++) {
            counts[lengths[symbol]]++;
        }
        counts[0] = 0;
        offsets[1] = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            offsets[length + 1] = offsets[length] + counts[length];
        }
        System.arraycopy(offsets, 0, next, 0, next.length);
        for (int symbol = 0; symbol < symbols; symbol++) {
            if (lengths[symbol] > 0) {
                sorted[next[lengths[symbol]]++] = (char) symbol;
            }
        }
    }

    private void checkComplete() {
        int taken = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            taken += counts[length] << LONGEST_CODE - length;
        }
        if (taken != 1 << LONGEST_CODE) {
            throw new MalformedImageException("a prefix code is not complete");
        }
    }

    private int enterShort(int at) {
        int end = at + (1 << rootBits);
        int code = 0;
        for (int length = 1; length <= rootBits; length++) {
            for (int i = offsets[length]; i < offsets[length + 1]; i++) {
                char entry = (char) (sorted[i] << LENGTH_BITS | length);
                for (int index = at + reversed(code, length); index < end; index += 1 << length) {
                    table[index] = entry;
                }
                code++;
            }
            code <<= 1;
        }
        return end;
    }

    /** Goes on with codes that don't fit the root; those that begin alike follow each other. */
    private int enterLong(int at, int firstFree) {
        int code = firstLongCode();
        int root = -1;
        int from = firstFree;
        int free = firstFree;
        for (int length = ROOT_BITS + 1; length <= LONGEST_CODE; length++) {
            for (int i = offsets[length]; i < offsets[length + 1]; i++) {
                if (code >> length - ROOT_BITS != root) {
                    root = code >> length - ROOT_BITS;
                    int longest = longestUnder(length, offsets[length + 1] - i);
                    from = free;
                    free += 1 << longest - ROOT_BITS;
                    table[at + reversed(root, ROOT_BITS)] = (char) (from - at << LENGTH_BITS | longest);
                }
                char entry = (char) (sorted[i] << LENGTH_BITS | length);
                int rest = code & (1 << length - ROOT_BITS) - 1;
                for (int index = from + reversed(rest, length - ROOT_BITS);
                        index < free;
                        index += 1 << length - ROOT_BITS) {
                    table[index] = entry;
                }
                code++;
            }
            code <<= 1;
        }
        return free;
    }

    private int firstLongCode() {
        int code = 0;
        for (int length = 1; length <= ROOT_BITS; length++) {
            code = code + counts[length] << 1;
        }
        return code;
    }

    /**
     * Returns the length of the longest code that begins with the same {@value #ROOT_BITS} bits.
     *
     * @param length of the first of them
     * @param left how many codes of that length come from it on
     */
    private int longestUnder(int length, int left) {
        int open = (1 << length - ROOT_BITS) - left;
        int longest = length;
        while (open > 0) {
            longest++;
            open = 2 * open - counts[longest];
        }
        return longest;
    }

    private static int reversed(int code, int length) {
        return Integer.reverse(code << Integer.SIZE - length);
    }
}
