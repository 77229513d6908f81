package whatis.image.webp.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with the formulas of RFC 9649, channel by channel. */
class PredictorsTests {

    private static final int WIDTH = 4_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void undoWhenPixelsAreAnyAddsThePrediction(int mode) {
        Random random = new Random(mode);
        int[] above = random.ints(WIDTH + 1).toArray();
        int[] differences = random.ints(WIDTH).toArray();
        int[] argb = differences.clone();
        Predictors.MODES[mode].undo(argb, above, 1, WIDTH - 1);
        for (int x = 1; x < WIDTH - 1; x++) {
            int expected = 0;
            int prediction = prediction(mode, argb[x - 1], above[x], above[x + 1], above[x - 1]);
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                expected |= (channel(prediction, shift) + channel(differences[x], shift) & 0xff) << shift;
            }
            assertThat(argb[x]).as("pixel %d", x).isEqualTo(expected);
        }
        assertThat(argb[WIDTH - 1]).isEqualTo(differences[WIDTH - 1]);
    }

    private static int channel(int pixel, int shift) {
        return pixel >>> shift & 0xff;
    }

    private static int prediction(int mode, int left, int top, int topRight, int topLeft) {
        if (mode == 11) {
            return select(left, top, topLeft);
        }
        int prediction = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int l = channel(left, shift);
            int t = channel(top, shift);
            int tr = channel(topRight, shift);
            int tl = channel(topLeft, shift);
            int mean = (l + t) / 2;
            int value = switch (mode) {
                case 1 -> l;
                case 2 -> t;
                case 3 -> tr;
                case 4 -> tl;
                case 5 -> ((l + tr) / 2 + t) / 2;
                case 6 -> (l + tl) / 2;
                case 7 -> mean;
                case 8 -> (tl + t) / 2;
                case 9 -> (t + tr) / 2;
                case 10 -> ((l + tl) / 2 + (t + tr) / 2) / 2;
                case 12 -> clamped(l + t - tl);
                case 13 -> clamped(mean + (mean - tl) / 2);
                default -> shift == 24 ? 255 : 0;
            };
            prediction |= value << shift;
        }
        return prediction;
    }

    private static int select(int left, int top, int topLeft) {
        int toLeft = 0;
        int toTop = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int estimate = channel(left, shift) + channel(top, shift) - channel(topLeft, shift);
            toLeft += Math.abs(estimate - channel(left, shift));
            toTop += Math.abs(estimate - channel(top, shift));
        }
        return toLeft < toTop ? left : top;
    }

    private static int clamped(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
