package whatis.service.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.Classification;
import whatis.classification.Prediction;
import whatis.service.imagenet.ImageNet;
import whatis.service.imagenet.ImageNetLabels;
import whatis.service.imagenet.Senses;

class JudgeTests {

    private static final int BIRD = 134;
    private static final int MACHINE = 517;
    private static final int TENCH = 0;

    private static Verdict judge(boolean senses, String label, double score, int index, List<String> labels) {
        Judge judge = Judge.of(new IdentificationSettings(0.80, senses), ImageNet.load(), Senses.load(), labels);
        Classification classification = new Classification(
                List.of(new Prediction(label, score)), index, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
        return judge.judge(classification);
    }

    private static Verdict judge(String label, double score) {
        return judge(true, label, score, 0, List.of(label));
    }

    @ParameterizedTest
    @CsvSource({"0.80, true", "0.8000001, true", "0.79999999, false", "1, true", "0, false"})
    void verdictWhenScoreIsNearThresholdExpectNoRounding(double score, boolean known) {
        assertThat(judge("hammer", score).known()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goldfish, Carassius auratus | goldfish",
                "hammer | hammer",
                "' space bar , key' | space bar",
                "jack-o'-lantern | jack-o'-lantern",
                "', nameless' | ''"
            })
    void termWhenLabelHasSynonymsExpectTheFirst(String label, String term) {
        assertThat(judge(label, 1).term()).isEqualTo(term);
        assertThat(judge(label, 1).searchTerm()).isEqualTo(term);
    }

    @Test
    void searchTermWhenTwoClassesShareATermExpectEachItsOwn() {
        Verdict bird = judge(true, "crane", 1, BIRD, ImageNetLabels.all());
        Verdict machine = judge(true, "crane", 1, MACHINE, ImageNetLabels.all());
        assertThat(bird.searchTerm()).isEqualTo("Crane (bird)");
        assertThat(machine.searchTerm()).isEqualTo("Crane (machine)");
        assertThat(List.of(bird.term(), machine.term())).containsOnly("crane");
    }

    @Test
    void searchTermWhenSensesAreOffExpectPlainTerm() {
        assertThat(judge(false, "crane", 1, BIRD, ImageNetLabels.all()).searchTerm())
                .isEqualTo("crane");
    }

    @Test
    void searchTermWhenPlainTermWillDoExpectIt() {
        assertThat(judge(true, "tench, Tinca tinca", 1, TENCH, ImageNetLabels.all())
                        .searchTerm())
                .isEqualTo("tench");
    }

    @Test
    void verdictWhenLabelsAreNotImageNetsExpectPlainTermAndNoClass() {
        Verdict verdict = judge(true, "crane", 1, 0, List.of("crane", "heron"));
        assertThat(verdict.searchTerm()).isEqualTo("crane");
        assertThat(verdict.imageNetClass()).isNull();
    }
}
