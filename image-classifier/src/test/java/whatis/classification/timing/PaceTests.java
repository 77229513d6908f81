package whatis.classification.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final Pace pace = new Pace();

    @Test
    void paceWhenNothingRanIsUnknown() {
        assertThat(pace.timePerImage()).isZero();
    }

    @Test
    void paceWhenMicroBatchesShareTheCpuIsThatOfAllTogether() {
        pace.add(Duration.ofMillis(800), 4, 2);
        assertThat(pace.timePerImage()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void paceWhenItChangesFollows() {
        pace.add(Duration.ofMillis(100), 1, 1);
        for (int i = 0; i < 100; i++) {
            pace.add(Duration.ofMillis(200), 1, 1);
        }
        assertThat(pace.timePerImage()).isBetween(Duration.ofMillis(199), Duration.ofMillis(200));
    }
}
