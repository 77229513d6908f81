package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreprocessingTests {

    private static final List<Double> MEAN = List.of(0.485, 0.456, 0.406);
    private static final List<Double> STD = List.of(0.229, 0.224, 0.225);

    /** Values of transformers 5.23: {@code normalize(rescale(image, 1 / 255), mean, std)} in its NumPy backend. */
    @Test
    void inputsWhenRescaledAndNormalizedEqualTransformers() {
        float[] green = preprocessing(true, true).inputs(1);
        assertThat(new float[] {green[0], green[1], green[128], green[255]})
                .containsExactly(-2.0357141f, -2.0182073f, 0.2051822f, 2.4285715f);
    }

    @Test
    void inputsWhenNotNormalizedAreSamplesTimesFactor() {
        float[] blue = preprocessing(true, false).inputs(2);
        assertThat(blue[51]).isEqualTo(0.2f);
    }

    @Test
    void inputsWhenNeitherIsPrescribedAreSamples() {
        assertThat(preprocessing(false, false).inputs(0)[200]).isEqualTo(200f);
    }

    @Test
    void constructorWhenSizeIsZeroThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Preprocessing(0, 224, true, ResamplingFilter.BILINEAR, true, 1 / 255.0, true, MEAN, STD))
                .withMessage("size is 224 x 0, not between 1 and 4096");
    }

    @Test
    void constructorWhenMeanHasOneNumberThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preprocessing(
                        224, 224, true, ResamplingFilter.BILINEAR, true, 1 / 255.0, true, List.of(0.5), STD))
                .withMessageContaining("mean");
    }

    @Test
    void constructorWhenStdHasZeroThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preprocessing(
                        224, 224, true, ResamplingFilter.BILINEAR, true, 1 / 255.0, true, MEAN, List.of(1.0, 0.0, 1.0)))
                .withMessageContaining("std");
    }

    private static Preprocessing preprocessing(boolean rescale, boolean normalize) {
        return new Preprocessing(224, 224, true, ResamplingFilter.BILINEAR, rescale, 1 / 255.0, normalize, MEAN, STD);
    }
}
