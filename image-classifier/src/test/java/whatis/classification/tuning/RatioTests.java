package whatis.classification.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTests {

    private static final Random RANDOM = new Random(1);

    /** The largest k with P(at most k - 1 of n fair coins show heads) of at most 0.001. */
    @ParameterizedTest
    @CsvSource({"10, 1", "11, 1", "13, 1", "14, 2", "30, 7", "100, 35"})
    void boundsAreThoseOfTheSignTest(int pairs, int outside) {
        List<Double> times =
                IntStream.rangeClosed(1, pairs).mapToObj(i -> (double) i).toList();
        Ratio ratio = Ratio.of(times, Collections.nCopies(pairs, 1.0));
        assertThat(ratio.low()).isEqualTo(outside);
        assertThat(ratio.high()).isEqualTo(pairs + 1 - outside);
        assertThat(ratio.median()).isEqualTo((pairs + 1) / 2.0);
    }

    @Test
    void ratioWhenEachPairShareItsNoiseIsThatOfTheTimes() {
        List<Double> others = RANDOM.doubles(30, 0.1, 10).boxed().toList();
        List<Double> times = others.stream().map(time -> 0.9 * time).toList();
        Ratio ratio = Ratio.of(times, others);
        assertThat(ratio.low()).isCloseTo(0.9, within(1e-9));
        assertThat(ratio.high()).isCloseTo(0.9, within(1e-9));
        assertThat(ratio.gains()).isTrue();
    }

    @Test
    void ratioWhenSomeRunsAreDisturbedIsThatOfTheOthers() {
        double[] times = DoubleStream.generate(() -> 0.9).limit(30).toArray();
        for (int i = 0; i < 6; i++) {
            times[i * 5] *= 10;
        }
        Ratio ratio = Ratio.of(DoubleStream.of(times).boxed().toList(), Collections.nCopies(30, 1.0));
        assertThat(ratio.high()).isEqualTo(0.9);
        assertThat(ratio.gains()).isTrue();
    }

    @Test
    void ratioWhenThereIsNothingButNoiseHardlyEverGains() {
        long gains = IntStream.range(0, 5_000)
                .filter(i -> Ratio.of(noise(), noise()).gains())
                .count();
        // The risk is one in a thousand where a gain of exactly 3% is there, and less where there is none.
        assertThat(gains).isLessThanOrEqualTo(5);
    }

    private static List<Double> noise() {
        return DoubleStream.generate(() -> Math.exp(0.2 * RANDOM.nextGaussian()))
                .limit(30)
                .boxed()
                .toList();
    }

    @Test
    void ratioWhenPairsAreFewIsRefused() {
        List<Double> times = Collections.nCopies(9, 1.0);
        assertThatThrownBy(() -> Ratio.of(times, times)).isInstanceOf(IllegalArgumentException.class);
    }
}
