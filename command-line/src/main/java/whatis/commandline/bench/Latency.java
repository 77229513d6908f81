package whatis.commandline.bench;

import java.util.Arrays;
import java.util.Optional;

/**
 * How long answers took, in milliseconds. The names are those of the JSON report.
 *
 * @param p50 the median
 * @param p90 what nine of ten stayed below
 * @param p99 what 99 of 100 stayed below
 * @param max the longest
 */
public record Latency(double p50, double p90, double p99, double max) {

    /** Takes percentiles by nearest rank; there are none of no answer. */
    static Optional<Latency> of(long[] nanoseconds) {
        if (nanoseconds.length == 0) {
            return Optional.empty();
        }
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return Optional.of(new Latency(rank(sorted, 50), rank(sorted, 90), rank(sorted, 99), rank(sorted, 100)));
    }

    private static double rank(long[] sorted, int percent) {
        int rank = (int) (((long) sorted.length * percent + 99) / 100);
        return Math.round(sorted[rank - 1] / 1e4) / 100.0;
    }
}
