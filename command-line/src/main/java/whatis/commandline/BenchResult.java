package whatis.commandline;

import java.time.Duration;
import java.util.List;
import whatis.classification.ModelDescription;

/**
 * What was measured. The names are those of the JSON output.
 *
 * @param model name of the model
 * @param precision fp32 or bf16
 * @param clients how many asked at the same time
 * @param requests how many were answered
 * @param p50 median latency in milliseconds
 * @param p90 latency that nine of ten stay below, in milliseconds
 * @param p99 latency that 99 of 100 stay below, in milliseconds
 * @param perSecond answers a second
 * @param first seconds from the start of the JVM to the first answer, loading included
 */
record BenchResult(
        String model,
        String precision,
        int clients,
        int requests,
        double p50,
        double p90,
        double p99,
        double perSecond,
        double first) {

    static BenchResult of(
            ModelDescription model, int clients, List<Long> nanoseconds, Duration measured, Duration first) {
        long[] sorted = nanoseconds.stream().mapToLong(Long::longValue).sorted().toArray();
        return new BenchResult(
                model.name(),
                model.precision(),
                clients,
                sorted.length,
                percentile(sorted, 50),
                percentile(sorted, 90),
                percentile(sorted, 99),
                rounded(sorted.length * 1e9 / measured.toNanos()),
                rounded(first.toMillis() / 1e3));
    }

    /** Nearest rank, in milliseconds. */
    private static double percentile(long[] sorted, int percent) {
        int rank = (sorted.length * percent + 99) / 100;
        return rounded(sorted[rank - 1] / 1e6);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    String text() {
        return """
                %s in %s, %d client%s
                latency     p50 %.1f ms, p90 %.1f ms, p99 %.1f ms
                throughput  %.1f images/s (%d images)
                start       %.2f s from the start of the JVM to the first answer""".formatted(
                        model, precision, clients, clients == 1 ? "" : "s", p50, p90, p99, perSecond, requests, first);
    }
}
