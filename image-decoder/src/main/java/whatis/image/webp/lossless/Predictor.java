package whatis.image.webp.lossless;

/** Pixels were predicted by those to the left and above, in one of fourteen modes for each tile. */
final class Predictor implements Transform {

    private final Tiles tiles;
    private final int width;
    private final byte[] modes;

    /** The last row; right of it comes the first pixel of the current one, which is what libwebp takes for the next. */
    private final int[] above;

    private Predictor(Tiles tiles, int width) {
        this.tiles = tiles;
        this.width = width;
        this.modes = new byte[tiles.count()];
        this.above = new int[width + 1];
    }

    static Predictor read(ImageReader images, Tiles tiles, int width) {
        Predictor transform = new Predictor(tiles, width);
        images.readTiles(tiles, (tile, argb) -> transform.modes[tile] = (byte) (argb >> 8 & 15));
        return transform;
    }

    @Override
    public void undo(int y, int[] argb) {
        if (y == 0) {
            argb[0] = Predictors.add(argb[0], Predictors.BLACK);
            Predictors.left(argb, above, 1, width);
        } else {
            argb[0] = Predictors.add(argb[0], above[0]);
            above[width] = argb[0];
            undoTiles(tiles.first(y), argb);
        }
        System.arraycopy(argb, 0, above, 0, width);
    }

    /** Takes neighbouring tiles of one mode at once. */
    private void undoTiles(int firstTile, int[] argb) {
        int x = 1;
        while (x < width) {
            byte mode = modes[firstTile + (x >> tiles.bits())];
            int end = tiles.end(x);
            while (end < width && modes[firstTile + (end >> tiles.bits())] == mode) {
                end = tiles.end(end);
            }
            Predictors.MODES[mode].undo(argb, above, x, Math.min(end, width));
            x = end;
        }
    }
}
