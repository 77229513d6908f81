package whatis.classification.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import whatis.classification.checkpoint.ScoreFunction;

class AnswersTests {

    private static final Answers EXACT = new Answers(List.of(row(5, 0, 0), row(0, 1, 0), row(0, 0, 5), row(5, 0, 0)));

    @Test
    void answersWhenLabelOrSideOfTheThresholdDifferAreChanged() {
        Answers others = new Answers(List.of(row(4, 0, 0), row(1, 0, 0), row(0, 0, 1), row(0, 5, 0)));
        assertThat(EXACT.agreement(others, ScoreFunction.SOFTMAX, 0.8)).isEqualTo(new Agreement(4, 2, 3));
        assertThat(EXACT.agreement(EXACT, ScoreFunction.SOFTMAX, 0.8)).isEqualTo(new Agreement(4, 4, 0));
    }

    @Test
    void distanceWhenSomethingDiffersIsAPartOfTheLength() {
        Answers exact = new Answers(List.of(row(3, 0, 4)));
        assertThat(exact.distance(new Answers(List.of(row(3, 1, 4))))).isEqualTo(0.2, within(1e-9));
        assertThat(exact.distance(exact)).isZero();
    }

    @Test
    void pictureWhenOneLabelPrevailsIsTooMuchAlike() {
        assertThat(EXACT.mostAlike()).isEqualTo(0.5);
    }

    private static float[] row(float... logits) {
        return logits;
    }
}
