package whatis.image.raster;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DecodeBudgetTests {

    private static final int STEPS_ENOUGH_TO_ASK = 1 << 20;

    @Test
    void workWhenTimeIsLeftGoesOn() {
        DecodeBudget budget = DecodeBudget.start(Duration.ofMinutes(1));
        assertThatNoException().isThrownBy(() -> budget.work(STEPS_ENOUGH_TO_ASK));
    }

    @Test
    void workWhenTimeIsSpentThrows() {
        DecodeBudget budget = DecodeBudget.start(Duration.ofNanos(1));
        assertThatNoException().isThrownBy(() -> budget.work(1));
        assertThatExceptionOfType(BudgetSpentException.class).isThrownBy(() -> budget.work(STEPS_ENOUGH_TO_ASK));
        assertThatExceptionOfType(BudgetSpentException.class).isThrownBy(() -> budget.work(STEPS_ENOUGH_TO_ASK));
    }

    @Test
    void timeWhenPausedDoesNotCount() {
        DecodeBudget budget = DecodeBudget.start(Duration.ofMillis(200));
        budget.pause();
        spend(Duration.ofMillis(250));
        budget.resume();
        assertThatNoException().isThrownBy(() -> budget.work(STEPS_ENOUGH_TO_ASK));
    }

    @Test
    void timeWhenResumedCountsBesideWhatWasSpentBefore() {
        DecodeBudget budget = DecodeBudget.start(Duration.ofMillis(200));
        spend(Duration.ofMillis(150));
        budget.pause();
        budget.resume();
        spend(Duration.ofMillis(150));
        assertThatExceptionOfType(BudgetSpentException.class).isThrownBy(() -> budget.work(STEPS_ENOUGH_TO_ASK));
    }

    /** Lets the thread run: sleeping takes no time of a processor. */
    private static void spend(Duration time) {
        DecodeBudget clock = DecodeBudget.start(time);
        try {
            while (true) {
                clock.work(STEPS_ENOUGH_TO_ASK);
            }
        } catch (BudgetSpentException spent) {
            Thread.onSpinWait();
        }
    }
}
