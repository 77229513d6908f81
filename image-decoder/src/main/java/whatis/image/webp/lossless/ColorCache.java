package whatis.image.webp.lossless;

/** The pixels seen last, each in the place that its hash names. */
final class ColorCache {

    static final int MOST_BITS = 11;
    static final int MOST_COLORS = 1 << MOST_BITS;

    private static final int MULTIPLIER = 0x1e35a7bd;

    private final int[] colors;
    private final int shift;

    /** @param bits 1 to {@value #MOST_BITS}; 0 for a cache without a place */
    ColorCache(int bits) {
        colors = new int[bits == 0 ? 0 : 1 << bits];
        shift = Integer.SIZE - bits;
    }

    int size() {
        return colors.length;
    }

    int color(int place) {
        return colors[place];
    }

    /** Adds pixels, the last of which stays where places are shared. */
    void add(int[] argb, int from, int to) {
        if (colors.length > 0) {
            for (int i = from; i < to; i++) {
                colors[argb[i] * MULTIPLIER >>> shift] = argb[i];
            }
        }
    }
}
