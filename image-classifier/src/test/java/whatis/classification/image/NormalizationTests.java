package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class NormalizationTests {

    private static final List<Double> MEAN = List.of(0.485, 0.456, 0.406);
    private static final List<Double> STD = List.of(0.229, 0.224, 0.225);
    private static final List<Double> ZEROS = Normalization.NONE.mean();
    private static final List<Double> ONES = Normalization.NONE.std();

    /** Values of transformers 5.23: {@code normalize(rescale(image, 1 / 255), mean, std)} in its NumPy backend. */
    @Test
    void inputsWhenRescaledAndNormalizedEqualTransformers() {
        float[] green = new Normalization(1 / 255.0, MEAN, STD).inputs(1);
        assertThat(new float[] {green[0], green[1], green[128], green[255]})
                .containsExactly(-2.0357141f, -2.0182073f, 0.2051822f, 2.4285715f);
    }

    /** A float times a double is a double in NumPy, and rounded afterwards: a factor as float would give 0.49999997. */
    @Test
    void inputsWhenOnlyRescaledAreRoundedOnce() {
        assertThat(new Normalization(1 / 254.0, ZEROS, ONES).inputs(2)[127]).isEqualTo(0.5f);
    }

    @Test
    void inputsWhenNeitherIsPrescribedAreSamples() {
        assertThat(Normalization.NONE.inputs(0)[200]).isEqualTo(200f);
    }

    @Test
    void constructorWhenFactorIsZeroThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Normalization(0, MEAN, STD))
                .withMessage("rescale_factor is 0.0, not positive");
    }

    @Test
    void constructorWhenMeanHasOneNumberThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Normalization(1 / 255.0, List.of(0.5), STD))
                .withMessage("image_mean is [0.5], not three numbers");
    }

    @Test
    void constructorWhenStdHasZeroThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Normalization(1 / 255.0, MEAN, List.of(1.0, 0.0, 1.0)))
                .withMessage("image_std is [1.0, 0.0, 1.0], not three positive numbers");
    }

    @Test
    void constructorWhenNumbersExceedAFloatThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Normalization(1 / 255.0, MEAN, List.of(1.0, 1e-300, 1.0)))
                .withMessageContaining("image_std [1.0, 1.0E-300, 1.0] make numbers that no float holds");
    }
}
