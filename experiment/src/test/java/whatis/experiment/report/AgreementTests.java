package whatis.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whatis.experiment.variant.Answer;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Outcome;
import whatis.experiment.variant.Variant;

class AgreementTests {

    private static Answer answer(String label, double score) {
        return new Answer(label, score, null, 0, 0);
    }

    private static Result result(Variant variant, Answer... answers) {
        return new Result(variant, Outcome.of(new Measurement(0, 1, 0, 1, Map.of(), Map.of(), 0, List.of(answers))), 0);
    }

    @Test
    void agreeWhenScoresDifferByRoundingExpectYes() {
        Agreement fp32 = new Agreement(false);
        assertThat(fp32.agree(answer("cat", 0.9), answer("cat", 0.90005))).isTrue();
        assertThat(fp32.agree(answer("cat", 0.9), answer("cat", 0.901))).isFalse();
        assertThat(new Agreement(true).agree(answer("cat", 0.9), answer("cat", 0.93)))
                .isTrue();
    }

    @Test
    void agreeWhenLabelsDifferExpectYesOnlyIfTheyTie() {
        Agreement fp32 = new Agreement(false);
        assertThat(fp32.agree(answer("cat", 0.45), answer("dog", 0.45))).isTrue();
        assertThat(fp32.agree(answer("cat", 0.9), answer("dog", 0.9))).isFalse();
    }

    @Test
    void agreeWhenOneIsAnErrorExpectNo() {
        assertThat(new Agreement(false).agree(answer("Error", 1), Answer.error("broken")))
                .isFalse();
        assertThat(new Agreement(false).agree(Answer.noSuchRow(1), Answer.noSuchRow(1)))
                .isTrue();
    }

    @Test
    void differencesWhenOneRowDiffersExpectItsNumberAndBothAnswers() {
        List<Result> results = List.of(
                result(Variant.A, answer("cat", 0.9), answer("cat", 0.8)),
                new Result(Variant.B, Outcome.failed("ended"), 0),
                result(Variant.D, answer("cat", 0.9), answer("dog", 0.8)));
        assertThat(new Agreement(false).differences(results, new int[] {0, 40}))
                .singleElement()
                .asString()
                .contains("D differs from A in 1 of 2 rows", "row 40", "(cat, 0.8)", "(dog, 0.8)");
    }

    @Test
    void differencesWhenAnAnswerIsMissingExpectOne() {
        List<Result> results = List.of(result(Variant.A, answer("cat", 0.9)), result(Variant.D));
        assertThat(new Agreement(false).differences(results, new int[] {0})).hasSize(1);
    }
}
