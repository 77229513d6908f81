package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WindowsTests {

    @Test
    void orderWhenNotShiftedIsWindowByWindow() {
        assertThat(new Windows(2, 4, 2, 0).order()).containsExactly(0, 1, 4, 5, 2, 3, 6, 7);
    }

    @Test
    void orderWhenShiftedBeginsInTheGridAndEndsWithItsBeginning() {
        assertThat(new Windows(4, 4, 2, 1).order())
                .containsExactly(5, 6, 9, 10, 7, 4, 11, 8, 13, 14, 1, 2, 15, 12, 3, 0);
    }

    @Test
    void orderWhenWindowsDoNotFitHasPadding() {
        Windows windows = new Windows(1, 3, 2, 0);
        assertThat(windows.padded()).isTrue();
        assertThat(windows.order()).containsExactly(0, 1, -1, -1, 2, -1, -1, -1);
        assertThat(windows.inside().read()).containsExactly(1, 1, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void biasWhenNotShiftedIsOneForAllWindows() {
        float[] table = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        Windows windows = new Windows(2, 4, 2, 0);
        assertThat(windows.biases()).isEqualTo(1);
        assertThat(windows.bias(() -> table, 1, -100).read())
                .containsExactly(4, 3, 1, 0, 5, 4, 2, 1, 7, 6, 4, 3, 8, 7, 5, 4);
    }

    @Test
    void biasWhenShiftedKeepsApartWhatDoesNotLieTogether() {
        float[] nothing = new float[9];
        Windows windows = new Windows(4, 4, 2, 1);
        assertThat(windows.biases()).isEqualTo(4);
        float[] bias = windows.bias(() -> nothing, 1, -100).read();
        assertThat(rows(bias, 0)).as("within the grid").containsOnly(0);
        assertThat(rows(bias, 1))
                .as("over its right edge")
                .containsExactly(0, -100, 0, -100, -100, 0, -100, 0, 0, -100, 0, -100, -100, 0, -100, 0);
        assertThat(rows(bias, 3))
                .as("over its corner")
                .containsExactly(0, -100, -100, -100, -100, 0, -100, -100, -100, -100, 0, -100, -100, -100, -100, 0);
    }

    private static float[] rows(float[] bias, int window) {
        return Arrays.copyOfRange(bias, 16 * window, 16 * window + 16);
    }
}
