package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.image.CentreCrop.Rounding;
import whatis.image.raster.ImageSize;
import whatis.image.raster.Span;

class CentreCropTests {

    /** Of an odd surplus transformers cuts the smaller half first; torchvision rounds half to even. */
    @ParameterizedTest
    @CsvSource({
        "TRANSFORMERS, 10, 10, 0, 10, 0",
        "TRANSFORMERS, 13, 10, 1, 10, 0",
        "TRANSFORMERS, 15, 10, 2, 10, 0",
        "TRANSFORMERS, 7, 10, 0, 7, 2",
        "TRANSFORMERS, 6, 10, 0, 6, 2",
        "TORCHVISION, 10, 10, 0, 10, 0",
        "TORCHVISION, 13, 10, 2, 10, 0",
        "TORCHVISION, 15, 10, 2, 10, 0",
        "TORCHVISION, 7, 10, 0, 7, 1",
        "TORCHVISION, 6, 10, 0, 6, 2"
    })
    void stripWhenLengthsDifferLiesInTheMiddle(
            Rounding rounding, int length, int target, int first, int count, int at) {
        CentreCrop crop = new CentreCrop(ImageSize.square(target), rounding, 0);
        assertThat(crop.strip(length, target)).isEqualTo(new Strip(new Span(first, count), at));
    }

    @Test
    void constructorWhenBorderIsNoColourThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CentreCrop(ImageSize.square(1), Rounding.TORCHVISION, 1 << 24));
    }
}
