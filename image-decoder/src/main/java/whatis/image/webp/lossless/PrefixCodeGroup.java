package whatis.image.webp.lossless;

/** The five prefix codes with which pixels of a tile are written. See {@link PrefixCodeBuilder} for their entries. */
final class PrefixCodeGroup {

    static final int GREEN = 0;
    static final int RED = 1;
    static final int BLUE = 2;
    static final int ALPHA = 3;
    static final int DISTANCE = 4;
    static final int CODES = 5;

    /** More than the fields of a group and the headers of its arrays. */
    private static final int FIXED_BYTES = 128;

    /** The most bytes that a group takes. */
    static final int MOST_BYTES = FIXED_BYTES + Character.BYTES * PrefixCodeBuilder.MOST_ENTRIES;

    final char[] table;
    final int greenMask;
    final int red;
    final int redMask;
    final int blue;
    final int blueMask;
    final int alphaMask;

    /** Whether red, blue and alpha are the same in all pixels, so that they take no bits. */
    final boolean onlyGreen;

    /** Whether all pixels are alike and none is copied, so that they take no bits. */
    final boolean oneColor;

    /** The channels of a pixel that are the same in all: where {@link #oneColor}, all four, else alpha, red and blue. */
    final int color;

    private final int alpha;
    private final int distance;
    private final int distanceMask;

    /**
     * Groups codes.
     *
     * @param table the entries of all codes
     * @param starts where those of each code begin
     * @param rootBits how many bits are the index of an entry
     */
    PrefixCodeGroup(char[] table, int[] starts, int[] rootBits) {
        this.table = table;
        greenMask = mask(rootBits[GREEN]);
        red = starts[RED];
        redMask = mask(rootBits[RED]);
        blue = starts[BLUE];
        blueMask = mask(rootBits[BLUE]);
        alpha = starts[ALPHA];
        alphaMask = mask(rootBits[ALPHA]);
        distance = starts[DISTANCE];
        distanceMask = mask(rootBits[DISTANCE]);
        int green = symbol(table[0]);
        onlyGreen = (redMask | blueMask | alphaMask) == 0;
        oneColor = onlyGreen && greenMask == 0 && green < PrefixCodeReader.LITERALS;
        color = symbol(table[alpha]) << 24
                | symbol(table[red]) << 16
                | symbol(table[blue])
                | (oneColor ? green << 8 : 0);
    }

    private static int mask(int bits) {
        return (1 << bits) - 1;
    }

    static int symbol(int entry) {
        return entry >> PrefixCodeBuilder.LENGTH_BITS;
    }

    /** Returns the entry of the code at the front of some bits. */
    static int entry(char[] table, int start, int mask, long bits) {
        int entry = table[start + ((int) bits & mask)];
        int length = entry & PrefixCodeBuilder.LENGTH_MASK;
        if (length <= PrefixCodeBuilder.ROOT_BITS) {
            return entry;
        }
        int rest = (int) (bits >>> PrefixCodeBuilder.ROOT_BITS) & mask(length - PrefixCodeBuilder.ROOT_BITS);
        return table[start + symbol(entry) + rest];
    }

    int readAlpha(BitReader in) {
        return read(in, alpha, alphaMask);
    }

    /** Reads which range a distance is in. */
    int readDistanceSymbol(BitReader in) {
        return read(in, distance, distanceMask);
    }

    private int read(BitReader in, int start, int mask) {
        if (in.count < PrefixCodeBuilder.LONGEST_CODE) {
            in.fill();
        }
        int entry = entry(table, start, mask, in.bits);
        in.drop(entry & PrefixCodeBuilder.LENGTH_MASK);
        return symbol(entry);
    }

    /** Returns how many bytes the group takes. */
    int memory() {
        return FIXED_BYTES + Character.BYTES * table.length;
    }
}
