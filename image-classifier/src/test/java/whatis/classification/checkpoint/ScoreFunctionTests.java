package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreFunctionTests {

    @Test
    void softmaxWhenLogitsAreExtremeStillSumsUpToOne() {
        double[] scores = ScoreFunction.SOFTMAX.scores(new float[] {-3e38f, 1000, 1001, 3});

        assertThat(Arrays.stream(scores).sum()).isCloseTo(1, within(1e-12));
        assertThat(scores).containsExactly(new double[] {0, 0.2689414213699951, 0.7310585786300049, 0}, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "-3e38, 0", "3e38, 1", "2, 0.8807970779778823", "-2, 0.11920292202211755"})
    void sigmoidWhenOfALogitStandsForItself(float logit, double score) {
        assertThat(ScoreFunction.SIGMOID.scores(new float[] {logit, 7}))
                .startsWith(score)
                .hasSize(2);
    }
}
