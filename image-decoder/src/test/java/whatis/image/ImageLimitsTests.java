package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ImageLimitsTests {

    @Test
    void defaultAcceptsFiftyMillionPixelsTwoSecondsAndMostOfTheHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        assertThat(ImageLimits.DEFAULT).isEqualTo(new ImageLimits(50_000_000, Duration.ofSeconds(2), heap / 5 * 3));
    }

    @Test
    void constructorWhenMaxPixelsFitNoArrayThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageLimits(800_000_000, Duration.ofSeconds(2), Long.MAX_VALUE));
    }

    @Test
    void constructorWhenBudgetIsZeroThrows() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageLimits(1, Duration.ZERO, Long.MAX_VALUE));
    }
}
