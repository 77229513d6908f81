package whatis.image.webp.lossless;

/** Pixels are indices of a palette, in green; small indices share a pixel. */
final class ColorIndexing implements Transform {

    private static final int COLORS = 256;

    private final int width;

    /** A pixel holds 2^packing indices. */
    private final int packing;

    /** Transparent black where there are fewer. */
    private final int[] palette = new int[COLORS];

    private ColorIndexing(int width, int packing) {
        this.width = width;
        this.packing = packing;
    }

    static ColorIndexing read(ImageReader images, int colors, int width) {
        int packing = colors > 16 ? 0 : colors > 4 ? 1 : colors > 2 ? 2 : 3;
        ColorIndexing transform = new ColorIndexing(width, packing);
        images.readHelper(colors, 1, (y, argb, from) -> transform.addDifferences(argb, from, colors));
        return transform;
    }

    private void addDifferences(int[] argb, int from, int colors) {
        int color = 0;
        for (int i = 0; i < colors; i++) {
            color = Predictors.add(color, argb[from + i]);
            palette[i] = color;
        }
    }

    /** Returns how many pixels a row has in which indices share pixels. */
    int packedWidth() {
        return Tiles.across(width, packing);
    }

    /** Goes from the right to the left, as indices lie to the left of their pixels. */
    @Override
    public void undo(int y, int[] argb) {
        int indexBits = Byte.SIZE >> packing;
        int mask = (1 << indexBits) - 1;
        int column = (1 << packing) - 1;
        for (int x = width - 1; x >= 0; x--) {
            argb[x] = palette[argb[x >> packing] >> 8 + (x & column) * indexBits & mask];
        }
    }
}
