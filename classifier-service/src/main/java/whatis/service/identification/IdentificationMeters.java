package whatis.service.identification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import whatis.classification.Classification;

/** Counts and times identifications for operators. Safe for use by many threads. */
final class IdentificationMeters {

    /** From a small model's step to the deadline of a request. */
    private static final Duration[] TIMES = DoubleStream.of(
                    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
            .mapToObj(seconds -> Duration.ofNanos((long) (seconds * 1e9)))
            .toArray(Duration[]::new);

    private static final double[] PERCENT = {10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100};

    private static final double[] BATCHES = {1, 2, 3, 4, 6, 8, 16};

    private final Timer queue;
    private final Timer decode;
    private final Timer inference;
    private final Timer article;
    private final DistributionSummary batch;
    private final DistributionSummary score;
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);

    /** @param threshold becomes an edge of the scores' buckets, rounded up to a whole percent */
    IdentificationMeters(MeterRegistry registry, double threshold) {
        this.queue = step(registry, "queue");
        this.decode = step(registry, "decode");
        this.inference = step(registry, "inference");
        this.article = step(registry, "article");
        this.batch = DistributionSummary.builder("whatis.batch.images")
                .description("Images that went through the network together")
                .serviceLevelObjectives(BATCHES)
                .register(registry);
        this.score = DistributionSummary.builder("whatis.score")
                .description("Score of the best label, in hundredths")
                // Micrometer's buckets count whole numbers.
                .scale(100)
                .serviceLevelObjectives(edges(threshold))
                .register(registry);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("whatis.identifications")
                            .description("Images that were identified, by how that ended")
                            .tag("outcome", outcome.toString())
                            .register(registry));
        }
    }

    private static Timer step(MeterRegistry registry, String name) {
        return Timer.builder("whatis.step")
                .description("Time that an image spent in each step")
                .tag("step", name)
                .serviceLevelObjectives(TIMES)
                .register(registry);
    }

    private static double[] edges(double threshold) {
        return DoubleStream.concat(DoubleStream.of(PERCENT), DoubleStream.of(Math.ceil(threshold * 100)))
                .filter(edge -> edge > 0)
                .sorted()
                .distinct()
                .toArray();
    }

    void record(Classification classification, Identification identification) {
        queue.record(classification.queue());
        decode.record(classification.decode());
        inference.record(classification.inference());
        batch.record(classification.batch());
        score.record(classification.predictions().get(0).score());
        if (identification.verdict().known()) {
            article.record(identification.timings().article());
        }
        Objects.requireNonNull(outcomes.get(identification.outcome())).increment();
    }
}
