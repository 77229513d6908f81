package whatis.service.imagenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SensesTests {

    private final Senses senses = Senses.load();

    static List<List<String>> rows() {
        return CsvResource.rows("senses.csv", 3);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rowWhenComparedWithItsClassExpectItToFit(List<String> row) {
        ImageNetClass imageNetClass = ImageNet.load().classes().get(Integer.parseInt(row.get(0)));
        assertThat(row.get(1)).isEqualTo(imageNetClass.wordNetId());
        assertThat(row.get(2))
                .isNotEqualToIgnoringCase(imageNetClass.term())
                .isEqualTo(row.get(2).strip())
                .hasSizeBetween(3, 60);
    }

    @Test
    void titleWhenTwoClassesShareATermExpectDifferentOnes() {
        assertThat(senses.title(134)).contains("Crane (bird)");
        assertThat(senses.title(517)).contains("Crane (machine)");
    }

    @Test
    void titleWhenPlainTermWillDoExpectNone() {
        int hammer = 587;
        assertThat(senses.title(hammer)).isEmpty();
    }
}
