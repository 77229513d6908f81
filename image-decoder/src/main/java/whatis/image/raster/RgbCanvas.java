package whatis.image.raster;

/** A picture that is filled row by row. */
public final class RgbCanvas implements RowSink {

    private final ImageSize size;
    private final byte[] rgb;
    private final int rowLength;

    public RgbCanvas(ImageSize size) {
        this.size = size;
        this.rowLength = RgbImage.CHANNELS * size.width();
        this.rgb = new byte[Math.multiplyExact(rowLength, size.height())];
    }

    @Override
    public void row(int y, byte[] row) {
        System.arraycopy(row, 0, rgb, y * rowLength, rowLength);
    }

    /** Fills a row with samples 0 to 255. */
    public void samples(int y, int[] samples) {
        int out = y * rowLength;
        for (int i = 0; i < rowLength; i++) {
            rgb[out + i] = (byte) samples[i];
        }
    }

    /** Fills a row with fixed-point samples. */
    public void sums(int y, int[] sums) {
        int out = y * rowLength;
        for (int i = 0; i < rowLength; i++) {
            rgb[out + i] = (byte) AxisWeights.sample(sums[i]);
        }
    }

    /** Returns the picture, which is not copied. */
    public RgbImage image() {
        return new RgbImage(size.width(), size.height(), rgb);
    }
}
