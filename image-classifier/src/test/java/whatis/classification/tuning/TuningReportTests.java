package whatis.classification.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.Concurrency;
import whatis.classification.engine.Precision;
import whatis.classification.engine.Processor;
import whatis.classification.engine.Timings;

class TuningReportTests {

    private static final TuningKey KEY =
            new TuningKey("0".repeat(64), "2.7.1", Precision.BF16, new Processor("some CPU", 2));

    private static final int ROUNDS = 30;
    private static final Timings RULES = timings("products+plain", 1, 1, 0);

    @TempDir
    Path folder;

    @Test
    void choiceWhenNothingIsQuickerIsTheRules() {
        TuningReport report = report(timings("products", 1.1, 1, 0), timings("flash", 1.1, 1.2, 0));
        assertThat(report.choice()).hasToString("products+plain");
        assertThat(report.undecided()).isEmpty();
    }

    @Test
    void choiceWhenOneIsQuickerIsThat() {
        assertThat(report(timings("flash+plain", 0.95, 1, 0)).choice()).hasToString("flash+plain");
        assertThat(report(timings("flash+plain", 1.02, 0.9, 0)).choice()).hasToString("flash+plain");
    }

    @Test
    void choiceWhenSeveralAreQuickerIsTheQuickest() {
        TuningReport report = report(timings("products", 0.9, 1, 0), timings("flash", 0.95, 0.9, 0));
        assertThat(report.choice()).hasToString("flash");
    }

    @Test
    void choiceWhenTheGainIsSmallIsTheRules() {
        TuningReport report = report(timings("flash", 0.98, 0.98, 0));
        assertThat(report.choice()).hasToString("products+plain");
        assertThat(report.undecided()).isEmpty();
    }

    @Test
    void choiceWhenTheGainCostsSomethingElseIsTheRules() {
        TuningReport report = report(timings("flash", 0.8, 1.1, 0));
        assertThat(report.choice()).hasToString("products+plain");
        assertThat(report.undecided()).isEmpty();
    }

    @Test
    void choiceWhenNoiseHidesTheGainIsTheRulesAndIsNotKept() {
        TuningReport report = report(timings("flash", 0.96, 1, 0.3));
        assertThat(report.choice()).hasToString("products+plain");
        assertThat(report.undecided()).map(Arrangement::toString).containsExactly("flash");
        Tunings tunings = new Tunings(folder);
        assertThat(report.keptIn(tunings).kept()).isNull();
        assertThat(tunings.find(KEY)).isEmpty();
    }

    @Test
    void choiceWhenNoiseHidesOnlyWhatElseIsQuickerIsKept() {
        TuningReport report = report(timings("flash", 0.8, 0.9, 0), timings("products", 1, 1, 0.3));
        Tunings tunings = new Tunings(folder);
        assertThat(Objects.requireNonNull(report.keptIn(tunings).kept())).exists();
        assertThat(tunings.find(KEY)).hasToString("Optional[flash]");
    }

    private static TuningReport report(Timings... others) {
        List<Timings> all = IntStream.rangeClosed(0, others.length)
                .mapToObj(i -> i == 0 ? RULES : others[i - 1])
                .toList();
        return TuningReport.of("model", KEY, Concurrency.of("2x2x4"), all);
    }

    /** @param noise how far a run lies above or below the median, in relation to it */
    private static Timings timings(String arrangement, double alone, double together, double noise) {
        return new Timings(Arrangement.parse(arrangement), times(alone, noise), times(together, noise));
    }

    private static List<Double> times(double median, double noise) {
        return IntStream.range(0, ROUNDS)
                .mapToObj(i -> median * (1 + noise * (2 * i + 1 - ROUNDS) / ROUNDS))
                .toList();
    }
}
