package whatis.image.webp.lossy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EdgeFilterTests {

    private static final int LENGTH = 8;

    private final Random random = new Random(1);
    private final EdgeFilter filter = new EdgeFilter();

    private static FilterStrength strength(int level, int sharpness) {
        return Objects.requireNonNull(FilterStrength.of(level, sharpness));
    }

    private byte[] square(int range) {
        byte[] square = new byte[LENGTH * LENGTH];
        int base = random.nextInt(256);
        for (int i = 0; i < square.length; i++) {
            square[i] = (byte) Math.max(0, Math.min(255, base + random.nextInt(range) - range / 2));
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

    /** Follows the RFC sample by sample. */
    private static void smoothPlace(byte[] square, int place, EdgeKind kind, FilterStrength strength) {
        int[] s = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            s[i] = (square[i * LENGTH + place] & 0xff) - 128;
        }
        boolean outer = kind == EdgeKind.OUTER || kind == EdgeKind.SIMPLE_OUTER;
        boolean simple = kind == EdgeKind.SIMPLE_OUTER || kind == EdgeKind.SIMPLE_INNER;
        boolean smoothed =
                4 * Math.abs(s[3] - s[4]) + Math.abs(s[2] - s[5]) <= (outer ? strength.outer() : strength.inner());
        for (int i = 0; i < LENGTH - 1 && !simple; i++) {
            smoothed &= i == 3 || Math.abs(s[i] - s[i + 1]) <= strength.interior();
        }
        if (!smoothed) {
            return;
        }
        boolean varied =
                simple || Math.abs(s[2] - s[3]) > strength.variance() || Math.abs(s[4] - s[5]) > strength.variance();
        int a = signed((varied || outer ? signed(s[2] - s[5]) : 0) + 3 * (s[4] - s[3]));
        if (outer && !varied) {
            for (int i = 0; i < 3; i++) {
                int change = signed(9 * (3 - i) * a + 63 >> 7);
                s[3 - i] += change;
                s[4 + i] -= change;
            }
        } else {
            int change = signed(a + 4) >> 3;
            s[3] += signed(a + 3) >> 3;
            s[4] -= change;
            s[2] += varied ? 0 : change + 1 >> 1;
            s[5] -= varied ? 0 : change + 1 >> 1;
        }
        for (int i = 0; i < LENGTH; i++) {
            square[i * LENGTH + place] = (byte) (signed(s[i]) + 128);
        }
    }

    private static int signed(int value) {
        return Math.max(-128, Math.min(127, value));
    }

    @ParameterizedTest
    @EnumSource
    void edgesAreSmoothedAsPlacesAlone(EdgeKind kind) {
        int changed = 0;
        for (int number = 0; number < 20_000; number++) {
            FilterStrength strength = strength(1 + random.nextInt(63), random.nextInt(8));
            byte[] original = square(1 << random.nextInt(9));
            byte[] expected = original.clone();
            for (int place = 0; place < LENGTH; place++) {
                smoothPlace(expected, place, kind, strength);
            }
            byte[] level = original.clone();
            filter.level(level, 4 * LENGTH, LENGTH, LENGTH, kind, strength);
            assertThat(level).isEqualTo(expected);
            byte[] upright = transposed(original);
            filter.upright(upright, 4, LENGTH, LENGTH, kind, strength);
            assertThat(transposed(upright)).isEqualTo(expected);
            changed += Arrays.equals(original, upright) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(5000);
    }

    /** A step of 16 across a macroblock's edge: w is 3 * 16 - 16, so that samples move by 27, 18 and 9 of 32 / 128. */
    @Test
    void outerWhenThereIsASmallStepSpreadsIt() {
        assertThat(smoothedStep(100, 116, strength(40, 0))).containsExactly(100, 102, 104, 107, 109, 112, 114, 116);
    }

    @Test
    void outerWhenThereIsALargeStepKeepsIt() {
        assertThat(smoothedStep(0, 127, strength(20, 0))).containsExactly(0, 0, 0, 0, 127, 127, 127, 127);
    }

    private byte[] smoothedStep(int before, int after, FilterStrength strength) {
        byte[] square = new byte[LENGTH * LENGTH];
        for (int i = 0; i < square.length; i++) {
            square[i] = (byte) (i % LENGTH < 4 ? before : after);
        }
        filter.upright(square, 4, LENGTH, LENGTH, EdgeKind.OUTER, strength);
        return Arrays.copyOf(square, LENGTH);
    }

    @Test
    void strengthWhenLevelIsOutOfRangeIsThatOfTheNearest() {
        assertThat(FilterStrength.of(-3, 0)).isNull();
        assertThat(FilterStrength.of(90, 3)).isEqualTo(FilterStrength.of(63, 3));
        assertThatNoException().isThrownBy(() -> strength(1, 7));
    }
}
