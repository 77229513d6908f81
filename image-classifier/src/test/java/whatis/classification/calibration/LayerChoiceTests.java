package whatis.classification.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerChoiceTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 49, 100})
    void numberInFloatsWhenEnoughIsTheLeastThatIs(int layers) {
        for (int enough = 0; enough <= layers; enough++) {
            int least = enough;
            AtomicInteger tries = new AtomicInteger();
            int chosen = LayerChoice.fewest(
                    layers,
                    left -> {
                        tries.incrementAndGet();
                        return left;
                    },
                    left -> left >= least);
            assertThat(chosen).isEqualTo(Math.min(enough, layers - 1));
            assertThat(tries.get()).isLessThanOrEqualTo(LayerChoice.tries(layers));
        }
    }

    @Test
    void layersWhenSortedBeginWithTheMostHarmful() {
        assertThat(LayerChoice.byHarm(Map.of("a", 0.1, "b", 0.3, "c", 0.2, "d", 0.1)))
                .isEqualTo(List.of("b", "c", "a", "d"));
    }
}
