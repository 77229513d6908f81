package whatis.image.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreyRangeTests {

    @ParameterizedTest
    @CsvSource({
        "0, 8",
        "255, 8",
        "256, 10",
        "1023, 10",
        "1024, 12",
        "4095, 12",
        "4096, 14",
        "16383, 14",
        "16384, 16",
        "65535, 16"
    })
    void bitsWhenSampleIsLargestHoldIt(int largest, int bits) {
        assertThat(GreyRange.bits(largest)).isEqualTo(bits);
        assertThat(GreyRange.shift(largest)).isEqualTo(bits - 8);
        assertThat(largest >> GreyRange.shift(largest)).isBetween(0, 255);
    }
}
