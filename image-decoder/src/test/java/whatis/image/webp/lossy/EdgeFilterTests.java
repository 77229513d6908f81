package whatis.image.webp.lossy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EdgeFilterTests {

    private static final int LENGTH = 8;

    private final Random random = new Random(1);

    private static FilterStrength strength(int level, int sharpness) {
        return Objects.requireNonNull(FilterStrength.of(level, sharpness));
    }

    private byte[] gentle() {
        byte[] square = new byte[LENGTH * LENGTH];
        int base = random.nextInt(256);
        for (int i = 0; i < square.length; i++) {
            square[i] = (byte) Math.max(0, Math.min(255, base + random.nextInt(17) - 8));
        }
        return square;
    }

    private static byte[] transposed(byte[] square) {
        byte[] transposed = new byte[square.length];
        for (int i = 0; i < square.length; i++) {
            transposed[i] = square[i % LENGTH * LENGTH + i / LENGTH];
        }
        return transposed;
    }

    @Test
    void uprightEdgesAreSmoothedLikeLevelOnes() {
        int changed = 0;
        for (int number = 0; number < 2000; number++) {
            FilterStrength strength = strength(1 + random.nextInt(63), random.nextInt(8));
            boolean outer = random.nextBoolean();
            byte[] original = gentle();
            byte[] upright = original.clone();
            EdgeFilter.upright(upright, 4, LENGTH, LENGTH, outer, strength);
            byte[] level = transposed(original);
            EdgeFilter.level(level, 4 * LENGTH, LENGTH, LENGTH, outer, strength);
            assertThat(transposed(level)).isEqualTo(upright);
            changed += Arrays.equals(original, upright) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(500);
    }

    /** A step of 16 across a macroblock's edge: w is 3 * 16 - 16, so that samples move by 27, 18 and 9 of 32 / 128. */
    @Test
    void outerWhenThereIsASmallStepSpreadsIt() {
        byte[] row = {100, 100, 100, 100, 116, 116, 116, 116};
        EdgeFilter.upright(row, 4, LENGTH, 1, true, strength(40, 0));
        assertThat(row).containsExactly(100, 102, 104, 107, 109, 112, 114, 116);
    }

    @Test
    void outerWhenThereIsALargeStepKeepsIt() {
        byte[] row = {0, 0, 0, 0, 127, 127, 127, 127};
        EdgeFilter.upright(row, 4, LENGTH, 1, true, strength(20, 0));
        assertThat(row).containsExactly(0, 0, 0, 0, 127, 127, 127, 127);
    }

    @Test
    void strengthWhenLevelIsOutOfRangeIsThatOfTheNearest() {
        assertThat(FilterStrength.of(-3, 0)).isNull();
        assertThat(FilterStrength.of(90, 3)).isEqualTo(FilterStrength.of(63, 3));
        assertThatNoException().isThrownBy(() -> strength(1, 7));
    }
}
