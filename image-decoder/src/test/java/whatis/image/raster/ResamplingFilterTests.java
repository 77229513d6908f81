package whatis.image.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingFilterTests {

    @ParameterizedTest
    @CsvSource({"0, NEAREST", "1, LANCZOS", "2, BILINEAR", "3, BICUBIC", "4, BOX", "5, HAMMING"})
    void ofPillowCodeWhenCodeIsKnownReturnsFilter(int code, ResamplingFilter filter) {
        assertThat(ResamplingFilter.ofPillowCode(code)).isEqualTo(filter);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6})
    void ofPillowCodeWhenCodeIsUnknownThrows(int code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResamplingFilter.ofPillowCode(code))
                .withMessageContaining(String.valueOf(code));
    }

    @Test
    void namedWhenNameIsInCapitalsOrUnknownThrows() {
        assertThat(ResamplingFilter.named("bicubic")).isEqualTo(ResamplingFilter.BICUBIC);
        assertThatIllegalArgumentException().isThrownBy(() -> ResamplingFilter.named("Bicubic"));
    }

    @Test
    void weightAtCentreIsOneForAllFilters() {
        assertThat(ResamplingFilter.values())
                .allSatisfy(filter -> assertThat(filter.weight(0)).isEqualTo(1));
    }
}
