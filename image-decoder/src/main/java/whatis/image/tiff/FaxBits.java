package whatis.image.tiff;

/** The bits of a segment. A code that is cut off at the end is filled up with zeros, which then count like bits of data. */
final class FaxBits {

    private byte[] data = {};
    private int start;
    private int position;
    private int end;
    private int bits;
    private int available;

    void begin(byte[] data, int from, int to) {
        this.data = data;
        this.start = from;
        this.end = to;
        restart();
    }

    /** Goes back to the beginning of the segment. */
    void restart() {
        position = start;
        available = 0;
    }

    /** Returns how many bytes have been read. */
    int progress() {
        return position - start;
    }

    /**
     * Makes bits available.
     *
     * @param count up to 13
     * @return whether there is any bit left
     */
    boolean need(int count) {
        while (available < count) {
            if (position < end) {
                bits = bits << Byte.SIZE | data[position++] & 0xff;
                available += Byte.SIZE;
            } else if (available == 0) {
                return false;
            } else {
                bits <<= count - available;
                available = count;
            }
        }
        return true;
    }

    /** Returns the next bits, which must be available. */
    int peek(int count) {
        return bits >>> available - count & (1 << count) - 1;
    }

    void drop(int count) {
        available -= count;
    }

    /** Drops the rest of a byte. */
    void align() {
        available &= -Byte.SIZE;
    }

    /** Reads a code by a table; {@link FaxCodes#NO_DATA} where nothing is left. */
    int code(int[] table, int longest) {
        if (!need(longest)) {
            return FaxCodes.NO_DATA << 8;
        }
        int entry = table[peek(longest)];
        drop(FaxCodes.length(entry));
        return entry;
    }
}
