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
        budget.limitMemory(1 << 20);
        byte[] spent = new byte[1 << 21];
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> budget.work(STEPS_ENOUGH_TO_ASK))
                .withMessageContaining("memory");
        assertThat(spent).hasSize(1 << 21);
    }

    @Test
    void timeWhenPausedDoesNotCount() {
        DecodeBudget budget = DecodeBudget.start(Duration.ofMillis(200));
        budget.pause();
        spend(Duration.ofMillis(250));
        budget.resume();
        assertThat(budget.isSpent()).isFalse();
    }

    @Test
    void timeWhenResumedCountsBesideWhatWasSpentBefore() {
        DecodeBudget budget = DecodeBudget.start(Duration.ofMillis(200));
        spend(Duration.ofMillis(150));
        budget.pause();
        budget.resume();
        spend(Duration.ofMillis(150));
        assertThat(budget.isSpent()).isTrue();
    }

    /** Lets the thread run: sleeping takes no time of a processor. */
    private static void spend(Duration time) {
        DecodeBudget clock = DecodeBudget.start(time);
        while (!clock.isSpent()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void resizeWhenTimeIsSpentThrows() {
        RgbImage image = new RgbImage(2_000, 2_000, new byte[3 * 2_000 * 2_000]);
        Resizer resizer = new Resizer(ResamplingFilter.LANCZOS, image.size(), Placement.whole(ImageSize.square(224)));
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
