package whatis.image.jpeg;

import whatis.image.raster.MalformedImageException;

/**
 * What a scan header says.
 *
 * @param components indexes of the frame's components
 * @param dcTables which Huffman table each takes for DC coefficients
 * @param acTables which Huffman table each takes for AC coefficients
 * @param first the first coefficient of a progressive scan, in zigzag order
 * @param last its last coefficient
 * @param high how many low bits were left out so far; 0 in the first scan of a coefficient
 * @param low how many low bits this scan leaves out
 */
record ScanHeader(int[] components, int[] dcTables, int[] acTables, int first, int last, int high, int low) {

    private static final int MAX_COMPONENTS = 4;
    private static final int MAX_BLOCKS = 10;
    private static final int MAX_SHIFT = 13;

    static ScanHeader read(Bytes segment, FrameHeader frame) {
        int count = segment.unsignedByte();
        if (count < 1 || count > MAX_COMPONENTS || segment.remaining() != 2 * count + 3) {
            throw new MalformedImageException("a scan header has a wrong length for " + count + " components");
        }
        int[] components = new int[count];
        int[] dcTables = new int[count];
        int[] acTables = new int[count];
        for (int i = 0; i < count; i++) {
            components[i] = find(segment.unsignedByte(), i, components, frame);
            int tables = segment.unsignedByte();
            dcTables[i] = tables >> 4;
            acTables[i] = tables & 15;
        }
        int first = segment.unsignedByte();
        int last = segment.unsignedByte();
        int shifts = segment.unsignedByte();
        ScanHeader header = new ScanHeader(components, dcTables, acTables, first, last, shifts >> 4, shifts & 15);
        header.check(frame);
        return header;
    }

    /** Finds a component as libjpeg does, which takes them in the order of the frame only. */
    private static int find(int id, int from, int[] found, FrameHeader frame) {
        for (int i = from; i < frame.components().size(); i++) {
            if (frame.components().get(i).id() == id) {
                for (int other = 0; other < from; other++) {
                    if (found[other] == i) {
                        throw new MalformedImageException("a scan names component " + id + " twice");
                    }
                }
                return i;
            }
        }
        throw new MalformedImageException("a scan names component " + id + ", which the frame doesn't have there");
    }

    private void check(FrameHeader frame) {
        int blocks = 0;
        for (int component : components) {
            FrameComponent of = frame.components().get(component);
            blocks += of.horizontal() * of.vertical();
        }
        if (components.length > 1 && blocks > MAX_BLOCKS) {
            throw new MalformedImageException("an MCU has " + blocks + " blocks");
        }
        if (!frame.progressive()) {
            return;
        }
        boolean oneKind = first == 0 ? last == 0 : first <= last && last < HuffmanTable.COEFFICIENTS;
        boolean oneComponent = first == 0 || components.length == 1;
        boolean oneBit = high == 0 || low == high - 1;
        if (!oneKind || !oneComponent || !oneBit || low > MAX_SHIFT) {
            throw new MalformedImageException(String.format(
                    "a progressive scan has coefficients %d to %d, bits %d to %d, of %d components",
                    first, last, high, low, components.length));
        }
    }
}
