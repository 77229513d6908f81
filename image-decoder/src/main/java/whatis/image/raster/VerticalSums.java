package whatis.image.raster;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Adds up the rows of a picture, as they come, to the rows of one of another height. */
public final class VerticalSums {

    /** Takes finished rows, from the top. */
    @FunctionalInterface
    public interface TargetRows {

        /**
         * Takes the next row.
         *
         * @param sums fixed-point samples, to be cut by {@link AxisWeights#sample}; the array is written again later
         */
        void row(int y, int[] sums);
    }

    private final AxisWeights weights;
    private final int samples;
    private final TargetRows target;
    private final DecodeBudget budget;
    private final Deque<int[]> begun = new ArrayDeque<>();
    private final Deque<int[]> spare = new ArrayDeque<>();
    private int finished;

    /** @param samples how many samples a row has */
    public VerticalSums(AxisWeights weights, int samples, TargetRows target, DecodeBudget budget) {
        this.weights = weights;
        this.samples = samples;
        this.target = target;
        this.budget = budget;
    }

    /** Adds the next row of samples, 0 to 255; it is not kept. */
    public void add(int y, int[] row) {
        int[] first = weights.first();
        int next = finished + begun.size();
        while (next < first.length && first[next] <= y) {
            begun.add(zero());
            next++;
        }
        int t = finished;
        for (int[] sums : begun) {
            budget.work(samples);
            accumulate(sums, row, weights.fixedPoint()[t][y - first[t]], samples);
            t++;
        }
        while (!begun.isEmpty() && weights.last(finished) == y) {
            int[] sums = begun.remove();
            target.row(finished++, sums);
            spare.push(sums);
        }
    }

    private int[] zero() {
        int[] sums = spare.isEmpty() ? new int[samples] : spare.pop();
        Arrays.fill(sums, AxisWeights.ROUNDING);
        return sums;
    }

    /** A loop that the compiler turns into vector instructions. */
    static void accumulate(int[] sums, int[] row, int weight, int samples) {
        for (int i = 0; i < samples; i++) {
            sums[i] += row[i] * weight;
        }
    }
}
