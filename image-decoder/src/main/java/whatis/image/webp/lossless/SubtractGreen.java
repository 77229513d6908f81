package whatis.image.webp.lossless;

/** Green was subtracted from red and blue. */
final class SubtractGreen implements Transform {

    private final int width;

    SubtractGreen(int width) {
        this.width = width;
    }

    @Override
    public void undo(int y, int[] argb) {
        for (int x = 0; x < width; x++) {
            int pixel = argb[x];
            int green = pixel >>> 8 & 0xff;
            argb[x] = (pixel & 0xff00ff00) | ((pixel & 0xff00ff) + (green << 16 | green) & 0xff00ff);
        }
    }
}
