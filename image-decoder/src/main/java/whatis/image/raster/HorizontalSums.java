package whatis.image.raster;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Adds up the pixels of single rows to rows of another width. */
public final class HorizontalSums {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** What the two sums in a long begin with. */
    private static final long TWICE_ROUNDING = (long) AxisWeights.ROUNDING << Integer.SIZE | AxisWeights.ROUNDING;

    private final AxisWeights weights;
    private final DecodeBudget budget;
    private final long weightCount;

    /** The row, and a byte behind it, as pixels are read with a fourth byte. */
    private final byte[] row;

    public HorizontalSums(AxisWeights weights, DecodeBudget budget) {
        this.weights = weights;
        this.budget = budget;
        this.row = new byte[RgbImage.CHANNELS * weights.needed().end() + 1];
        long count = 0;
        for (int[] ofOne : weights.fixedPoint()) {
            count += ofOne.length;
        }
        this.weightCount = count;
    }

    /**
     * Resizes one row.
     *
     * @param rgb samples, three a pixel
     * @param from where the first pixel begins
     * @param target gets samples 0 to 255
     */
    public void resize(byte[] rgb, int from, int[] target) {
        budget.work(RgbImage.CHANNELS * weightCount);
        System.arraycopy(rgb, from, row, 0, row.length - 1);
        int out = 0;
        for (int x = 0; x < weights.targetLength(); x++) {
            add(weights.fixedPoint()[x], RgbImage.CHANNELS * weights.first()[x], target, out);
            out += RgbImage.CHANNELS;
        }
    }

    /** Adds up a pixel: red and green by one product, in the halves of a long. */
    private void add(int[] ofPixel, int first, int[] target, int out) {
        long redAndGreen = TWICE_ROUNDING;
        int blue = AxisWeights.ROUNDING;
        int in = first;
        for (int weight : ofPixel) {
            int rgb = (int) INT.get(row, in);
            redAndGreen += (rgb & 0xff | (rgb & 0xff00L) << Integer.SIZE - Byte.SIZE) * weight;
            blue += (rgb >>> 16 & 0xff) * weight;
            in += RgbImage.CHANNELS;
        }
        int red = (int) redAndGreen;
        target[out] = AxisWeights.sample(red);
        target[out + 1] = AxisWeights.sample((int) (redAndGreen - red >> Integer.SIZE));
        target[out + 2] = AxisWeights.sample(blue);
    }
}
