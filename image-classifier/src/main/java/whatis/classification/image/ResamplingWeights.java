package whatis.classification.image;

import java.util.Arrays;

/**
 * The weights of one axis: which source pixels make a target pixel, and how much each counts.
 *
 * @param first the first source pixel of each target pixel
 * @param fixedPoint the weights of each target pixel, in units of 2^-{@value #FRACTION_BITS}
 */
record ResamplingWeights(int[] first, int[][] fixedPoint) {

    /** Leaves eight bits for the sample and two for overshooting filters; Pillow's {@code PRECISION_BITS}. */
    static final int FRACTION_BITS = 32 - 8 - 2;

    /** A sine or two. */
    private static final long STEPS_PER_WEIGHT = 64;

    /** Returns how many bytes the weights take at most. */
    static long memory(ResamplingFilter filter, int sourceLength, int targetLength) {
        return (long) (Integer.BYTES * 2 * (filter.support() + 1) * Math.max(sourceLength, targetLength));
    }

    /** Computes the weights in the order of operations of Pillow's {@code precompute_coeffs}, so that they are equal. */
    static ResamplingWeights of(ResamplingFilter filter, int sourceLength, int targetLength, DecodeBudget budget) {
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
        return new ResamplingWeights(first, fixedPoint);
    }

    /** Returns how many weights there are. */
    long count() {
        return Arrays.stream(fixedPoint).mapToLong(weights -> weights.length).sum();
    }

    private static int[] normalised(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double divisor = sum == 0 ? 1 : sum;
        return Arrays.stream(weights)
                .map(weight -> weight / divisor * (1 << FRACTION_BITS))
                .mapToInt(weight -> (int) (weight < 0 ? weight - 0.5 : weight + 0.5))
                .toArray();
    }
}
