package whatis.image.raster;

import java.util.Arrays;

/**
 * The weights of one axis: which source pixels make a target pixel, and how much each counts. Target pixels further on
 * never begin, nor end, with an earlier source pixel.
 *
 * @param sourceLength how many source pixels there are
 * @param first the first source pixel of each target pixel
 * @param fixedPoint the weights of each target pixel, in units of 2^-{@value #FRACTION_BITS}; their sum is about one
 */
public record AxisWeights(int sourceLength, int[] first, int[][] fixedPoint) {

    /** Leaves eight bits for the sample and two for overshooting filters; Pillow's {@code PRECISION_BITS}. */
    public static final int FRACTION_BITS = 32 - 8 - 2;

    /** Half a unit, with which sums begin that are cut to whole samples. */
    public static final int ROUNDING = 1 << (FRACTION_BITS - 1);

    /** A sine or two. */
    private static final long STEPS_PER_WEIGHT = 64;

    /** Returns how many bytes the weights take at most. */
    static long memory(ResamplingFilter filter, int sourceLength, int targetLength) {
        return (long) (Integer.BYTES * 2 * (filter.support() + 1) * Math.max(sourceLength, targetLength));
    }

    /** Computes the weights with results equal to Pillow's. */
    static AxisWeights of(ResamplingFilter filter, int sourceLength, int targetLength, DecodeBudget budget) {
        return filter == ResamplingFilter.NEAREST
                ? nearest(sourceLength, targetLength)
                : filtered(filter, sourceLength, targetLength, budget);
    }

    /** Follows the order of operations of {@code precompute_coeffs} in Pillow's Resample.c. */
    private static AxisWeights filtered(
            ResamplingFilter filter, int sourceLength, int targetLength, DecodeBudget budget) {
        double scale = (double) sourceLength / targetLength;
        double filterScale = Math.max(scale, 1);
        double inverseFilterScale = 1 / filterScale;
        double support = filter.support() * filterScale;
        int[] first = new int[targetLength];
        int[][] fixedPoint = new int[targetLength][];
        for (int target = 0; target < targetLength; target++) {
            double centre = (target + 0.5) * scale;
            int from = Math.max(0, (int) (centre - support + 0.5));
            int to = Math.min(sourceLength, (int) (centre + support + 0.5));
            double[] weights = new double[to - from];
            budget.work(STEPS_PER_WEIGHT * weights.length);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = filter.weight((i + from - centre + 0.5) * inverseFilterScale);
            }
            first[target] = from;
            fixedPoint[target] = normalised(weights);
        }
        return new AxisWeights(sourceLength, first, fixedPoint);
    }

    private static int[] normalised(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double divisor = sum == 0 ? 1 : sum;
        int[] fixedPoint = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i] / divisor * (1 << FRACTION_BITS);
            fixedPoint[i] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
        }
        return fixedPoint;
    }

    /** Gives the one pixel behind each target pixel's centre all the weight, by the sums of Pillow's Geometry.c. */
    private static AxisWeights nearest(int sourceLength, int targetLength) {
        double scale = (double) sourceLength / targetLength;
        int[] first = new int[targetLength];
        double position = scale * 0.5;
        for (int target = 0; target < targetLength; target++) {
            first[target] = Math.min(sourceLength - 1, (int) position);
            position += scale;
        }
        int[][] all = new int[targetLength][];
        Arrays.fill(all, new int[] {1 << FRACTION_BITS});
        return new AxisWeights(sourceLength, first, all);
    }

    /** Returns the weights of the same axis counted from its other end. */
    AxisWeights reversed() {
        int targets = first.length;
        int[] reversedFirst = new int[targets];
        int[][] reversedWeights = new int[targets][];
        for (int target = 0; target < targets; target++) {
            int[] weights = fixedPoint[target];
            int[] reversed = new int[weights.length];
            for (int i = 0; i < weights.length; i++) {
                reversed[i] = weights[weights.length - 1 - i];
            }
            reversedFirst[targets - 1 - target] = sourceLength - first[target] - weights.length;
            reversedWeights[targets - 1 - target] = reversed;
        }
        return new AxisWeights(sourceLength, reversedFirst, reversedWeights);
    }

    /** Returns how many target pixels there are. */
    public int targetLength() {
        return first.length;
    }

    /** Returns the last source pixel of a target pixel. */
    public int last(int target) {
        return first[target] + fixedPoint[target].length - 1;
    }

    /** Returns a sum of weighted samples, {@link #ROUNDING} included, as a sample from 0 to 255. */
    public static int sample(int sum) {
        int sample = sum >> FRACTION_BITS;
        return (sample & ~0xff) == 0 ? sample : ~sample >> 31 & 0xff;
    }
}
