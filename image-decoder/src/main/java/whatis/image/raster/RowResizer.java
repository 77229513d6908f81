package whatis.image.raster;

/** Resizes a picture while its rows come; keeps as many rows of sums as overlap, and the result. */
public final class RowResizer implements RowSink {

    private final RgbCanvas canvas;
    private final HorizontalSums horizontal;
    private final VerticalSums vertical;
    private final boolean horizontalFirst;
    private final Span columns;
    private final Span rows;
    private final int[] samples;
    private final byte[] wide;
    private final int[] narrow;

    public RowResizer(Resampling resampling, DecodeBudget budget) {
        canvas = new RgbCanvas(resampling.target());
        columns = resampling.columns().needed();
        rows = resampling.rows().needed();
        horizontal = new HorizontalSums(resampling.columns().without(columns.first()), budget);
        horizontalFirst = resampling.horizontalFirst();
        samples = new int[horizontalFirst ? 0 : RgbImage.CHANNELS * columns.count()];
        wide = new byte[samples.length];
        narrow = new int[RgbImage.CHANNELS * resampling.columns().targetLength()];
        vertical = horizontalFirst
                ? new VerticalSums(resampling.rows(), narrow.length, canvas::sums, budget)
                : new VerticalSums(resampling.rows(), samples.length, this::wideRow, budget);
    }

    @Override
    public void row(int y, byte[] rgb) {
        if (!rows.contains(y)) {
            return;
        }
        int skipped = RgbImage.CHANNELS * columns.first();
        if (horizontalFirst) {
            horizontal.resize(rgb, skipped, narrow);
            vertical.add(y, narrow);
            return;
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] = rgb[skipped + i] & 0xff;
        }
        vertical.add(y, samples);
    }

    private void wideRow(int y, int[] sums) {
        for (int i = 0; i < wide.length; i++) {
            wide[i] = (byte) AxisWeights.sample(sums[i]);
        }
        horizontal.resize(wide, 0, narrow);
        canvas.samples(y, narrow);
    }

    /** Returns the resized picture, once all rows have come. */
    public RgbImage result() {
        return canvas.image();
    }
}
