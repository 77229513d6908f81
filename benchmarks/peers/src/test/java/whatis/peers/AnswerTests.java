package whatis.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTests {
    @Test
    void ofWhenLogitsAreLargeNamesTheLargestWithItsProbability() {
        float ln3 = (float) Math.log(3);

        Answer answer = Answer.of(new float[] {1000, 1000 + ln3, 900}, List.of("cat", "dog", "owl"));

        assertThat(answer.label()).isEqualTo("dog");
        assertThat(answer.score()).isCloseTo(0.75, within(1e-4));
    }
}
