package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InterpolationTests {

    private static final Offset<Float> ROUNDING = within(1e-6f);

    /** By torch 2.13, {@code interpolate(sin(arange(12)), size=(3, 2), align_corners=False)} of two numbers a place. */
    @ParameterizedTest
    @CsvSource({
        "BILINEAR, 0.2273244 0.6663832 -0.3402775 -0.6839132 0.1325511 0.6310764 -0.2504769 -0.6654382 0.0377779"
                + " 0.5957696 -0.1606763 -0.6469631",
        "BICUBIC, 0.2821767 0.7275753 -0.3643168 -0.7382799 0.1632677 0.6863122 -0.2496844 -0.7114926 0.0443589"
                + " 0.6450492 -0.1350522 -0.6847054",
        "BICUBIC_ANTIALIASED, 0.3954965 0.6413750 -0.1492050 -0.6077859 0.3055623 0.6342578 -0.0469301 -0.5588964"
                + " 0.2156281 0.6271405 0.0553449 -0.5100068"
    })
    void gridWhenOneSideGrowsAndTheOtherShrinksIsAsByTorch(Interpolation kernel, String expected) {
        assertThat(kernel.resized(sines(12, 1), 2, 3, 2, 3, 2)).containsExactly(floats(expected), ROUNDING);
    }

    /** By torch 2.13, {@code interpolate(sin(0.7 * arange(35)), size=(3, 2), align_corners=False)}. */
    @ParameterizedTest
    @CsvSource({
        "BILINEAR, -0.3331972 -0.0691130 -0.9543073 0.1926093 -0.3235368 0.2016634",
        "BICUBIC, -0.5482584 -0.1381653 -0.9947173 0.2464446 -0.5552306 0.4115592",
        "BICUBIC_ANTIALIASED, 0.0358788 0.1140067 0.0007662 -0.0000848 0.0059700 -0.1186353"
    })
    void gridWhenItShrinksALotIsAsByTorch(Interpolation kernel, String expected) {
        assertThat(kernel.resized(sines(35, 0.7), 7, 5, 1, 3, 2)).containsExactly(floats(expected), ROUNDING);
    }

    @ParameterizedTest
    @EnumSource
    void gridWhenItKeepsItsSizeIsTheSame(Interpolation kernel) {
        assertThat(kernel.resized(sines(30, 1), 5, 3, 2, 5, 3)).containsExactly(sines(30, 1));
    }

    @Test
    void gridWhenItHasOnePlaceIsTheSameEverywhere() {
        assertThat(Interpolation.BICUBIC.resized(new float[] {2}, 1, 1, 1, 2, 2))
                .containsExactly(2, 2, 2, 2);
    }

    private static float[] sines(int count, double step) {
        float[] values = new float[count];
        IntStream.range(0, count).forEach(i -> values[i] = (float) Math.sin(step * i));
        return values;
    }

    private static float[] floats(String text) {
        String[] words = text.split(" ");
        float[] values = new float[words.length];
        Arrays.setAll(words, i -> {
            values[i] = Float.parseFloat(words[i]);
            return words[i];
        });
        return values;
    }
}
