package whatis.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BusyTimeTests {

    private final BusyTime busy = new BusyTime();

    @Test
    void nanosWhenWorkOverlapsExpectItCountedOnce() {
        busy.add(10, 20);
        busy.add(0, 5);
        busy.add(15, 30);
        busy.add(16, 18);
        assertThat(busy.nanos()).isEqualTo(25);
    }

    @Test
    void nanosWhenThereIsNoWorkExpectNone() {
        assertThat(busy.nanos()).isZero();
    }
}
