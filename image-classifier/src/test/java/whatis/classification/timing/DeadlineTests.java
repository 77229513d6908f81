package whatis.classification.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void deadlineWhenItIsNewLeavesAllTheTime() {
        Deadline deadline = Deadline.in(PATIENCE);
        assertThat(deadline.hasPassed()).isFalse();
        assertThat(deadline.left()).isBetween(PATIENCE.minusSeconds(5), PATIENCE);
    }

    @Test
    void deadlineWhenItHasPassedStillNamesTheWholeTime() {
        Deadline deadline = new Deadline(PATIENCE, System.nanoTime() - PATIENCE.toNanos() - 12_000_000);
        assertThat(deadline.hasPassed()).isTrue();
        assertThat(deadline.left()).isNegative();
        assertThat(deadline.exceeded()).hasMessage("The image was not classified within 10000 ms.");
    }
}
