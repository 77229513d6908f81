package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsWriterTests {

    @ParameterizedTest
    @CsvSource({
        "1, 0x3c00",
        "-2, 0xc000",
        "65504, 0x7bff",
        "65519.996, 0x7bff",
        "65520, 0x7c00",
        "-Infinity, 0xfc00",
        "NaN, 0x7e00",
        // Between two values: to the even one.
        "0x1.002p0, 0x3c00",
        "0x1.006p0, 0x3c02",
        "0x1.002002p0, 0x3c01",
        "0x1.ffep0, 0x4000",
        // Subnormals.
        "0x1p-24, 0x0001",
        "0x1p-25, 0x0000",
        "0x1.8p-24, 0x0002",
        "0x1.ffep-15, 0x0400",
        "-0x0p0, 0x8000"
    })
    void halfWhenRoundedIsTheNearestEven(float value, String bits) {
        assertThat(SafetensorsWriter.toHalf(value))
                .isEqualTo(Integer.decode(bits).shortValue());
    }

    @ParameterizedTest
    @CsvSource({"1, 0x3f80", "-2, 0xc000", "0x1.01p0, 0x3f80", "0x1.03p0, 0x3f82", "0x1.010002p0, 0x3f81", "NaN, 0x7fc0"
    })
    void bfloat16WhenRoundedIsTheNearestEven(float value, String bits) {
        assertThat(SafetensorsWriter.toBfloat16(value))
                .isEqualTo(Integer.decode(bits).shortValue());
    }
}
