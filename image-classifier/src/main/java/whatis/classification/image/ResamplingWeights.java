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

    /** Computes the weights in the order of operations of Pillow's {@code precompute_coeffs}, so that they are equal. */
    static ResamplingWeights of(ResizedAxis axis, DecodeBudget budget) {
        double inverseFilterScale = 1 / Math.max(axis.scale(), 1);
        int[] first = new int[axis.count()];
        int[][] fixedPoint = new int[axis.count()][];
        for (int i = 0; i < axis.count(); i++) {
            int target = axis.first() + i;
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
