package whatis.image.tiff;

/** Paints pixels of a bit each black, which is 1. */
final class BlackRun {

    private BlackRun() {}

    /** Sets bits [from, to) of a row, of which there is at least one; the highest of a byte comes first. */
    static void paint(byte[] row, int from, int to) {
        int first = from >> 3;
        int last = to >> 3;
        int begin = 0xff >> (from & 7);
        int end = 0xff00 >> (to & 7) & 0xff;
        if (first == last) {
            row[first] |= (byte) (begin & end);
            return;
        }
        row[first] |= (byte) begin;
        for (int i = first + 1; i < last; i++) {
            row[i] = -1;
        }
        if (end != 0) {
            row[last] |= (byte) end;
        }
    }
}
