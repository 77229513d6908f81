package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DecodeBudgetTests {

    private static final int STEPS_ENOUGH_TO_ASK = 1 << 20;

    @Test
    void workWhenTimeIsLeftGoesOn() {
        DecodeBudget budget = Decoding.plenty();
        assertThatNoException().isThrownBy(() -> budget.work(STEPS_ENOUGH_TO_ASK));
        assertThat(budget.isSpent()).isFalse();
    }

    @Test
    void workWhenTimeIsSpentThrows() {
        DecodeBudget budget = DecodeBudget.start(Duration.ofNanos(1));
        assertThatExceptionOfType(UnreadableImageException.class).isThrownBy(() -> budget.work(STEPS_ENOUGH_TO_ASK));
        assertThat(budget.isSpent()).isTrue();
    }

    @Test
    void workWhenMemoryIsSpentThrows() {
        DecodeBudget budget = Decoding.plenty();
        budget.allot(1 << 20);
        byte[] spent = new byte[1 << 21];
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> budget.work(STEPS_ENOUGH_TO_ASK))
                .withMessageContaining("memory");
        assertThat(spent).hasSize(1 << 21);
    }

    @Test
    void resizeWhenTimeIsSpentThrows() {
        RgbImage image = new RgbImage(2_000, 2_000, new byte[3 * 2_000 * 2_000]);
        Resizer resizer = new Resizer(new ImageSize(224, 224), ResamplingFilter.LANCZOS);
        DecodeBudget spent = DecodeBudget.start(Duration.ofNanos(1));
        assertThatExceptionOfType(UnreadableImageException.class).isThrownBy(() -> resizer.resize(image, spent));
    }

    @Test
    void turnWhenTimeIsSpentThrows() {
        RgbImage image = new RgbImage(2_000, 2_000, new byte[3 * 2_000 * 2_000]);
        DecodeBudget spent = DecodeBudget.start(Duration.ofNanos(1));
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> Orientation.TURNED_LEFT.apply(image, spent));
    }
}
