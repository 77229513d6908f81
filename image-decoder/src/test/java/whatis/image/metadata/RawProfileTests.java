package whatis.image.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawProfileTests {

    @ParameterizedTest
    @CsvSource({
        "'|exif|  3|010aFF|', 1 10 -1",
        "'|exif|  3|01|0aFF', 1 10 -1",
        "'|exif|  3|01 0a 0', 1 10",
        "'|exif|  3|01x0a', 1",
        "'|exif|  3|010', 1",
        "'|exif|  3|0', ''",
        "'|exif|  3|', ''",
        "'|exif', ''",
        "'', ''"
    })
    void bytesOfDigitsFromTheFourthLine(String text, String expected) {
        byte[] bytes = ("?" + text.replace('|', '\n') + "?").getBytes(StandardCharsets.US_ASCII);
        StringBuilder numbers = new StringBuilder();
        for (byte value : RawProfile.bytes(bytes, 1, bytes.length - 1)) {
            numbers.append(numbers.isEmpty() ? "" : " ").append(value);
        }
        assertThat(numbers).hasToString(expected);
    }
}
