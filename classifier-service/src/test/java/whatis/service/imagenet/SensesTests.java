package whatis.service.imagenet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SensesTests {

    private final Senses senses = Senses.load();

    @Test
    void sensesWhenLoadedExpectEachToFitItsClass() {
        ImageNet imageNet = ImageNet.load();
        assertThat(senses.byIndex()).isNotEmpty();
        senses.byIndex().forEach((index, sense) -> {
            ImageNetClass imageNetClass = imageNet.classes().get(index);
            assertThat(sense.wordNetId()).isEqualTo(imageNetClass.wordNetId());
            assertThat(sense.title())
                    .as("a row that changes nothing: %s", sense)
                    .isNotEqualToIgnoringCase(imageNetClass.term());
            assertThat(sense.title()).isEqualTo(sense.title().strip()).hasSizeBetween(3, 60);
        });
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
