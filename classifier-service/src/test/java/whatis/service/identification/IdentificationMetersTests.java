package whatis.service.identification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import whatis.classification.Classification;
import whatis.classification.ModelDescription;
import whatis.classification.Prediction;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.ArrangementSource;
import whatis.classification.engine.Precision;

class IdentificationMetersTests {

    private static final double THRESHOLD = 0.86;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final IdentificationMeters meters = new IdentificationMeters(registry, THRESHOLD);

    @Test
    void scoresWhenNearTheThresholdExpectItBetweenThem() {
        record(0.8601);
        record(0.8599);
        record(0.3);

        Map<Double, Double> buckets = Arrays.stream(
                        registry.get("whatis.score").summary().takeSnapshot().histogramCounts())
                .collect(Collectors.toMap(CountAtBucket::bucket, CountAtBucket::count));
        assertThat(buckets).containsEntry(86.0, 2.0).containsEntry(100.0, 3.0);
    }

    private void record(double score) {
        List<Prediction> predictions = List.of(new Prediction("hammer", score));
        Duration time = Duration.ofMillis(1);
        ModelDescription model = new ModelDescription(
                "small", "", Precision.FP32, Arrangement.parse("flash"), ArrangementSource.RULE, true, false);
        meters.record(
                new Classification(predictions, 0, time, time, time, 1),
                new Identification(
                        new Verdict(score >= THRESHOLD, "hammer", "hammer", null),
                        predictions,
                        null,
                        null,
                        null,
                        model,
                        new Identification.Timings(time, time, time, time)));
    }
}
