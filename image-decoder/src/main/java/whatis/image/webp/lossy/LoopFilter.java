package whatis.image.webp.lossy;

import org.jspecify.annotations.Nullable;

/**
 * How much edges are smoothed: RFC 6386, sections 9.6 and 15.
 *
 * @param simple whether luma only is smoothed, by the simple filter
 * @param strengths for each segment that of macroblocks predicted as a whole, and that of others; null for none
 */
record LoopFilter(boolean simple, @Nullable FilterStrength[][] strengths) {

    private static final int FRAMES = 4;
    private static final int MODES = 4;

    static LoopFilter read(BooleanDecoder header, Segments segments) {
        boolean simple = header.flag();
        int level = header.number(6);
        int sharpness = header.number(3);
        int keyFrame = 0;
        int blockwise = 0;
        if (header.flag() && header.flag()) {
            for (int i = 0; i < FRAMES; i++) {
                int delta = header.optionalNumber(6);
                keyFrame = i == 0 ? delta : keyFrame;
            }
            for (int i = 0; i < MODES; i++) {
                int delta = header.optionalNumber(6);
                blockwise = i == 0 ? delta : blockwise;
            }
        }
        @Nullable FilterStrength[][] strengths = new FilterStrength[Segments.COUNT][2];
        for (int i = 0; i < Segments.COUNT && level != 0; i++) {
            int ofSegment = segments.filterLevel(i, level) + keyFrame;
            strengths[i][0] = FilterStrength.of(ofSegment, sharpness);
            strengths[i][1] = FilterStrength.of(ofSegment + blockwise, sharpness);
        }
        return new LoopFilter(simple, strengths);
    }

    /** Returns the strength for a macroblock; null for none. */
    @Nullable
    FilterStrength strength(int segment, boolean blockwise) {
        return strengths[segment][blockwise ? 1 : 0];
    }
}
