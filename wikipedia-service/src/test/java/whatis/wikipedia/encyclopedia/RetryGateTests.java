package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryGateTests {

    private final ManualClock clock = new ManualClock();
    private final RetryGate gate = new RetryGate(clock::currentTimeNanos);

    @Test
    void remainingWhenNeverClosedExpectZero() {
        assertThat(gate.remaining()).isZero();
    }

    @Test
    void remainingWhenTimePassesExpectLess() {
        gate.closeFor(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(4));
        assertThat(gate.remaining()).isEqualTo(Duration.ofSeconds(6));
        clock.advance(Duration.ofSeconds(7));
        assertThat(gate.remaining()).isZero();
    }

    @Test
    void closeForWhenBreakIsShorterThanTheOneInForceExpectTheLonger() {
        gate.closeFor(Duration.ofSeconds(10));
        gate.closeFor(Duration.ofSeconds(2));
        assertThat(gate.remaining()).isEqualTo(Duration.ofSeconds(10));
    }
}
