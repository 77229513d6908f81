package whatis.image.raster;

import java.util.Arrays;

/**
 * The weights of the wanted part of an axis: which source pixels make a target pixel, and how much each counts. Target
 * pixels further on never begin, nor end, with an earlier source pixel.
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

    /** Computes the weights of the wanted pixels with results equal to Pillow's. */
    static AxisWeights of(ResizedAxis axis, DecodeBudget budget) {
        return axis.isPicked() ? picked(axis, budget) : filtered(axis, budget);
    }

    /** Follows the order of operations of {@code precompute_coeffs} in Pillow's Resample.c. */
    private static AxisWeights filtered(ResizedAxis axis, DecodeBudget budget) {
        double inverseFilterScale = 1 / Math.max(axis.scale(), 1);
        int[] first = new int[axis.wanted().count()];
        int[][] fixedPoint = new int[first.length][];
        for (int i = 0; i < first.length; i++) {
            int target = axis.wanted().first() + i;
            double centre = axis.centre(target);
            int from = axis.from(target);
            double[] weights = new double[axis.to(target) - from];
            budget.work(STEPS_PER_WEIGHT * weights.length);
            for (int j = 0; j < weights.length; j++) {
                weights[j] = axis.filter().weight((j + from - centre + 0.5) * inverseFilterScale);
            }
            first[i] = from;
            fixedPoint[i] = normalised(weights);
        }
        return new AxisWeights(axis.source(), first, fixedPoint);
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

    /**
     * Gives the one pixel behind each target pixel's centre all the weight. Positions are added up as in Pillow's Geometry.c:
     * products would round to other pixels at times.
     */
    private static AxisWeights picked(ResizedAxis axis, DecodeBudget budget) {
        double position = axis.scale() * 0.5;
        for (int target = 0; target < axis.wanted().first(); target++) {
            budget.work(1);
            position += axis.scale();
        }
        int[] first = new int[axis.wanted().count()];
        for (int i = 0; i < first.length; i++) {
            first[i] = Math.min(axis.source() - 1, (int) position);
            position += axis.scale();
        }
        int[][] all = new int[first.length][];
        Arrays.fill(all, new int[] {1 << FRACTION_BITS});
        return new AxisWeights(axis.source(), first, all);
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

    /** Returns the weights of the same axis without its first source pixels, none of which counts. */
    public AxisWeights without(int sources) {
        return new AxisWeights(
                sourceLength - sources,
                Arrays.stream(first).map(pixel -> pixel - sources).toArray(),
                fixedPoint);
    }

    /** Returns the source pixels from the first to the last that counts. */
    public Span needed() {
        return new Span(first[0], last(first.length - 1) + 1 - first[0]);
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
        return Samples.clamp(sum >> FRACTION_BITS);
    }
}
