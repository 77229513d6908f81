package whatis.classification.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayerChoiceTests {

    @Test
    void numbersWhenCountedGrowInSteps() {
        assertThat(LayerChoice.numbers(1)).containsExactly(0);
        assertThat(LayerChoice.numbers(50)).containsExactly(0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48);
    }

    @Test
    void outcomeWhenGoodIsTheFirstOneThatIs() {
        List<Integer> tried = new ArrayList<>();
        int chosen = LayerChoice.first(
                List.of(0, 1, 2, 3),
                number -> {
                    tried.add(number);
                    return number;
                },
                number -> number == 2);
        assertThat(chosen).isEqualTo(2);
        assertThat(tried).containsExactly(0, 1, 2);
    }

    @Test
    void outcomeWhenNoneIsGoodIsTheLastOne() {
        assertThat(LayerChoice.<Integer>first(List.of(0, 1, 2), number -> number, number -> false))
                .isEqualTo(2);
    }

    @Test
    void layersWhenSortedBeginWithTheMostHarmful() {
        assertThat(LayerChoice.byHarm(Map.of("a", 0.1, "b", 0.3, "c", 0.2, "d", 0.1)))
                .isEqualTo(List.of("b", "c", "a", "d"));
    }
}
