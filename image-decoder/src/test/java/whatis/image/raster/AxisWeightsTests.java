package whatis.image.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AxisWeightsTests {

    private final DecodeBudget plenty = DecodeBudget.start(Duration.ofMinutes(1));

    @ParameterizedTest
    @EnumSource
    void weightsSumUpToOneAndMoveOn(ResamplingFilter filter) {
        for (int[] lengths : new int[][] {{100, 7}, {7, 100}, {224, 224}, {1, 50}, {50, 1}, {4001, 224}}) {
            AxisWeights weights = AxisWeights.of(axis(filter, lengths[0], lengths[1]), plenty);
            assertThat(weights.targetLength()).isEqualTo(lengths[1]);
            for (int target = 0; target < lengths[1]; target++) {
                int sum = 0;
                for (int weight : weights.fixedPoint()[target]) {
                    sum += weight;
                }
                assertThat(sum).isCloseTo(1 << AxisWeights.FRACTION_BITS, within(500));
                assertThat(weights.first()[target]).isNotNegative();
                assertThat(weights.last(target)).isLessThan(lengths[0]);
                if (target > 0) {
                    assertThat(weights.first()[target]).isGreaterThanOrEqualTo(weights.first()[target - 1]);
                    assertThat(weights.last(target)).isGreaterThanOrEqualTo(weights.last(target - 1));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void axisTellsAtLeastWhatItsWeightsNeed(ResamplingFilter filter) {
        for (int[] lengths : new int[][] {{100, 7}, {7, 100}, {224, 224}, {1, 50}, {50, 1}, {4001, 224}}) {
            for (int first = 0; first < lengths[1]; first += 1 + lengths[1] / 3) {
                Span wanted = new Span(first, Math.min(5, lengths[1] - first));
                ResizedAxis axis = new ResizedAxis(filter, lengths[0], lengths[1], wanted);
                AxisWeights weights = AxisWeights.of(axis, plenty);
                assertThat(axis.needed())
                        .isGreaterThanOrEqualTo(weights.needed().count());
                for (int source = 0; source < lengths[0]; source++) {
                    int begun = 0;
                    for (int target = 0; target < wanted.count(); target++) {
                        begun += source >= weights.first()[target] && source <= weights.last(target) ? 1 : 0;
                    }
                    assertThat(axis.targetsOf(1)).isGreaterThanOrEqualTo(begun);
                }
            }
        }
    }

    @Test
    void reversedTwiceIsTheSame() {
        AxisWeights weights = AxisWeights.of(axis(ResamplingFilter.LANCZOS, 31, 12), plenty);
        AxisWeights twice = weights.reversed().reversed();
        assertThat(twice.first()).isEqualTo(weights.first());
        assertThat(twice.fixedPoint()).isDeepEqualTo(weights.fixedPoint());
    }

    private static ResizedAxis axis(ResamplingFilter filter, int source, int target) {
        return new ResizedAxis(filter, source, target, new Span(0, target));
    }

    @Test
    void sampleWhenSumIsOutOfRangeIsCut() {
        assertThat(AxisWeights.sample(-1)).isZero();
        assertThat(AxisWeights.sample(AxisWeights.ROUNDING)).isZero();
        assertThat(AxisWeights.sample((255 << AxisWeights.FRACTION_BITS) + AxisWeights.ROUNDING))
                .isEqualTo(255);
        assertThat(AxisWeights.sample(300 << AxisWeights.FRACTION_BITS)).isEqualTo(255);
    }
}
