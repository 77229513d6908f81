package whatis.image.raster;

/** Adds up the pixels of single rows to rows of another width. */
public final class HorizontalSums {

    private final AxisWeights weights;
    private final DecodeBudget budget;
    private final long weightCount;

    public HorizontalSums(AxisWeights weights, DecodeBudget budget) {
        this.weights = weights;
        this.budget = budget;
        long count = 0;
        for (int[] ofOne : weights.fixedPoint()) {
            count += ofOne.length;
        }
        this.weightCount = count;
    }

    /**
     * Resizes one row.
     *
     * @param row samples 0 to 255, three a pixel
     * @param target gets samples 0 to 255
     */
    public void resize(int[] row, int[] target) {
        budget.work(RgbImage.CHANNELS * weightCount);
        int out = 0;
        for (int x = 0; x < weights.targetLength(); x++) {
            int in = RgbImage.CHANNELS * weights.first()[x];
            int red = AxisWeights.ROUNDING;
            int green = AxisWeights.ROUNDING;
            int blue = AxisWeights.ROUNDING;
            for (int weight : weights.fixedPoint()[x]) {
                red += weight * row[in];
                green += weight * row[in + 1];
                blue += weight * row[in + 2];
                in += RgbImage.CHANNELS;
            }
            target[out] = AxisWeights.sample(red);
            target[out + 1] = AxisWeights.sample(green);
            target[out + 2] = AxisWeights.sample(blue);
            out += RgbImage.CHANNELS;
        }
    }
}
