package whatis.classification.tuning;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How long something takes in relation to something else that ran beside it, again and again. The bounds are those of the sign
 * test: they hold whatever the noise looks like, as long as it meets both alike.
 *
 * @param median of the quotients of pairs
 * @param low what the true median hardly lies below
 * @param high what the true median hardly lies above
 * @see <a href="https://en.wikipedia.org/wiki/Sign_test">Sign test</a>
 */
public record Ratio(double median, double low, double high) {

    /** The chance that the true median lies below, and that it lies above the bounds. */
    private static final double RISK = 0.001;

    /** With fewer pairs even the smallest and the largest quotient are no bounds. */
    public static final int FEWEST_PAIRS = 10;

    /** What justifies another choice. */
    private static final double GAIN = 0.97;

    /** What may be lost where something else is gained. */
    private static final double LOSS = 1.03;

    /**
     * Compares times.
     *
     * @param times of the one; at least {@link #FEWEST_PAIRS}
     * @param others of the other; those at the same place were measured within the same round
     */
    static Ratio of(List<Double> times, List<Double> others) {
        int pairs = times.size();
        if (pairs < FEWEST_PAIRS || others.size() != pairs) {
            throw new IllegalArgumentException("%d and %d times".formatted(pairs, others.size()));
        }
        double[] quotients = IntStream.range(0, pairs)
                .mapToDouble(i -> times.get(i) / others.get(i))
                .sorted()
                .toArray();
        int outside = outside(pairs);
        double median = (quotients[(pairs - 1) / 2] + quotients[pairs / 2]) / 2;
        return new Ratio(median, quotients[outside], quotients[pairs - 1 - outside]);
    }

    /** Returns how many of the smallest quotients, and of the largest, lie outside the bounds. */
    private static int outside(int pairs) {
        double chance = Math.pow(0.5, pairs);
        double sum = chance;
        int outside = 0;
        while (sum <= RISK) {
            outside++;
            chance *= (pairs - outside + 1.0) / outside;
            sum += chance;
        }
        return outside - 1;
    }

    /** Tells whether the gain is worth another choice, beyond doubt. */
    boolean gains() {
        return high <= GAIN;
    }

    /** Tells whether the gain may be worth another choice. */
    boolean mayGain() {
        return low <= GAIN;
    }

    /** Tells whether no more is lost than may be, beyond doubt. */
    boolean holds() {
        return high <= LOSS;
    }

    /** Tells whether perhaps no more is lost than may be. */
    boolean mayHold() {
        return low <= LOSS;
    }
}
