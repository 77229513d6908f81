package whatis.image.webp.lossy;

/**
 * Up to four sets of quantizers and filters among which each macroblock chooses: RFC 6386, section 9.3.
 *
 * @param enabled whether there is more than one
 * @param absolute whether a segment's numbers replace those of the frame, rather than being added
 * @param quantizers an index into the quantizers' tables for each segment
 * @param filterLevels a level for each segment
 * @param tree the probabilities of the choice; empty if all macroblocks belong to the first segment
 */
record Segments(boolean enabled, boolean absolute, int[] quantizers, int[] filterLevels, int[] tree) {

    static final int COUNT = 4;

    private static final int CERTAIN = 255;

    static Segments read(BooleanDecoder header) {
        boolean enabled = header.flag();
        boolean map = enabled && header.flag();
        boolean absolute = true;
        int[] quantizers = new int[COUNT];
        int[] filterLevels = new int[COUNT];
        if (enabled && header.flag()) {
            absolute = header.flag();
            for (int i = 0; i < COUNT; i++) {
                quantizers[i] = header.optionalNumber(7);
            }
            for (int i = 0; i < COUNT; i++) {
                filterLevels[i] = header.optionalNumber(6);
            }
        }
        int[] tree = new int[map ? COUNT - 1 : 0];
        for (int i = 0; i < tree.length; i++) {
            tree[i] = header.flag() ? header.number(8) : CERTAIN;
        }
        return new Segments(enabled, absolute, quantizers, filterLevels, tree);
    }

    /** Returns a segment's quantizer for that of the frame. */
    int quantizer(int segment, int ofFrame) {
        return inSegment(quantizers[segment], ofFrame);
    }

    /** Returns a segment's filter level for that of the frame. */
    int filterLevel(int segment, int ofFrame) {
        return inSegment(filterLevels[segment], ofFrame);
    }

    private int inSegment(int ofSegment, int ofFrame) {
        if (!enabled) {
            return ofFrame;
        }
        return absolute ? ofSegment : ofFrame + ofSegment;
    }

    /** Reads which segment the next macroblock belongs to. */
    int next(BooleanDecoder modes) {
        if (tree.length == 0) {
            return 0;
        }
        return modes.bit(tree[0]) == 0 ? modes.bit(tree[1]) : 2 + modes.bit(tree[2]);
    }
}
