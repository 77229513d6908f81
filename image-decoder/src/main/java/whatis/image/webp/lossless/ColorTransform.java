package whatis.image.webp.lossless;

/** Red and blue were predicted by green, and blue by red, with factors for each tile. */
final class ColorTransform implements Transform {

    private final Tiles tiles;
    private final int width;

    /** A pixel a tile: how much of green is in red in the lowest byte, of green in blue, of red in blue. */
    private final int[] factors;

    private final int[] factorsOfRow;

    private ColorTransform(Tiles tiles, int width) {
        this.tiles = tiles;
        this.width = width;
        this.factors = new int[tiles.count()];
        this.factorsOfRow = new int[width];
    }

    static ColorTransform read(ImageReader images, Tiles tiles, int width) {
        ColorTransform transform = new ColorTransform(tiles, width);
        images.readHelper(
                tiles.across(),
                tiles.down(),
                (y, argb, from) -> System.arraycopy(argb, from, transform.factors, y * tiles.across(), tiles.across()));
        return transform;
    }

    @Override
    public void undo(int y, int[] argb) {
        if ((y & (1 << tiles.bits()) - 1) == 0) {
            for (int x = 0; x < width; x++) {
                factorsOfRow[x] = factors[tiles.at(x, y)];
            }
        }
        addPredictions(argb, factorsOfRow, width);
    }

    /** A loop that the compiler turns into vector instructions. All numbers are signed, in units of 1/32. */
    private static void addPredictions(int[] argb, int[] factors, int width) {
        for (int x = 0; x < width; x++) {
            int pixel = argb[x];
            int factor = factors[x];
            int green = pixel << 16 >> 24;
            int red = (pixel >> 16) + ((factor << 24 >> 24) * green >> 5);
            int blue = pixel + ((factor << 16 >> 24) * green >> 5) + ((factor << 8 >> 24) * (red << 24 >> 24) >> 5);
            argb[x] = (pixel & 0xff00ff00) | (red & 0xff) << 16 | (blue & 0xff);
        }
    }
}
