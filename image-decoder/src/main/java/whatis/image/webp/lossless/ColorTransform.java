package whatis.image.webp.lossless;

/** Red and blue were predicted by green, and blue by red, with factors for each tile. */
final class ColorTransform implements Transform {

    /** Factors are in units of 2^-5. */
    private static final int FACTOR_BITS = 5;

    private static final int SIGNS = 0x808080;

    private final Tiles tiles;
    private final int width;

    /** A pixel a tile: how much of green is in red in the lowest byte, of green in blue, of red in blue. */
    private final int[] factors;

    /** The factors of each pixel of a row, each plus 128. */
    private final int[] factorsOfRow;

    private ColorTransform(Tiles tiles, int width) {
        this.tiles = tiles;
        this.width = width;
        this.factors = new int[tiles.count()];
        this.factorsOfRow = new int[width];
    }

    static ColorTransform read(ImageReader images, Tiles tiles, int width) {
        ColorTransform transform = new ColorTransform(tiles, width);
        images.readTiles(tiles, (tile, argb) -> transform.factors[tile] = argb);
        return transform;
    }

    @Override
    public void undo(int y, int[] argb) {
        if ((y & (1 << tiles.bits()) - 1) == 0) {
            spreadFactors(y);
        }
        addToRed(argb, factorsOfRow, width);
        addToBlue(argb, factorsOfRow, width);
    }

    private void spreadFactors(int y) {
        for (int x = 0; x < width; x++) {
            factorsOfRow[x] = factors[tiles.at(x, y)] ^ SIGNS;
        }
    }

    /**
     * Adds what green tells of red. C2 makes vector instructions only of loops this small, and only where the operands of a
     * product come of unlike instructions: green of shifts, its factor of a subtraction.
     */
    static void addToRed(int[] argb, int[] factors, int width) {
        for (int x = 0; x < width; x++) {
            int pixel = argb[x];
            int ofGreen = ((factors[x] & 0xff) - 128) * (pixel << 16 >> 24) >> FACTOR_BITS;
            int sum = pixel + (ofGreen << 16);
            argb[x] = pixel ^ (pixel ^ sum) & 0xff0000;
        }
    }

    static void addToBlue(int[] argb, int[] factors, int width) {
        for (int x = 0; x < width; x++) {
            int pixel = argb[x];
            int ofGreen = ((factors[x] >>> 8 & 0xff) - 128) * (pixel << 16 >> 24) >> FACTOR_BITS;
            int ofRed = ((factors[x] >>> 16 & 0xff) - 128) * (pixel << 8 >> 24) >> FACTOR_BITS;
            int sum = pixel + ofGreen + ofRed;
            argb[x] = pixel ^ (pixel ^ sum) & 0xff;
        }
    }
}
