package whatis.image.webp.lossy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanesTests {

    private static long lanes(int first, int second, int third, int fourth) {
        return first | (long) second << 16 | (long) third << 32 | (long) fourth << 48;
    }

    @Test
    void clampWhenValuesLeaveTheRangeTakesTheNearest() {
        for (int value = -256; value < 512; value++) {
            long raised = lanes(value + 256, 0, 767, value + 256);
            int nearest = Math.max(0, Math.min(255, value));
            assertThat(Lanes.clamp(raised, 8)).isEqualTo(lanes(nearest, 0, 255, nearest));
        }
    }

    @Test
    void withinWhenDifferenceIsAtMostTheLimitHoldsInThatLane() {
        for (int minuend = 0; minuend < 256; minuend++) {
            for (int subtrahend = 0; subtrahend < 256; subtrahend++) {
                long condition = Lanes.isWithin(lanes(minuend, 9, 255, 0), lanes(subtrahend, 4, 0, 0), 5);
                int expected = Math.abs(minuend - subtrahend) <= 5 ? 0xff : 0;
                assertThat(Lanes.mask(condition) & Lanes.EVEN_BYTES).isEqualTo(lanes(expected, 0xff, 0, 0xff));
            }
        }
    }

    @Test
    void shiftWhenBitsFallOutKeepsThemFromTheNextLane() {
        assertThat(Lanes.shift(lanes(0xffff, 0xff00, 7, 8), 3)).isEqualTo(lanes(0x1fff, 0x1fe0, 0, 1));
    }

    @Test
    void chooseTakesEachLaneByTheMask() {
        assertThat(Lanes.choose(lanes(0xff, 0, 0xff, 0), Lanes.all(7), Lanes.all(9)))
                .isEqualTo(lanes(7, 9, 7, 9));
    }
}
