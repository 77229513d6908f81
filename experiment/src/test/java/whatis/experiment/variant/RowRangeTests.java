package whatis.experiment.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowRangeTests {

    @ParameterizedTest
    @CsvSource({
        "0:10:3, 0 3 6 9",
        "0:9:3, 0 3 6",
        "2:5, 2 3 4",
        "3, 0 1 2",
        "5:0:-2, 5 3 1",
        "5:1:-2, 5 3",
        "-2:1, -2 -1 0",
        "20000:20001:1, 20000"
    })
    void rowsWhenWrittenAsForPythonExpectThoseOfPython(String text, String rows) {
        String numbers = Arrays.stream(RowRange.parse(text).rows())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
        assertThat(numbers).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5:5", "5:0", "0:5:-1"})
    void rowsWhenStopIsNotAheadExpectNone(String text) {
        assertThat(RowRange.parse(text).rows()).isEmpty();
    }

    @Test
    void rowsWhenTheLabsExpect250() {
        assertThat(RowRange.parse("0:10000:40").rows())
                .hasSize(250)
                .startsWith(0, 40)
                .endsWith(9960);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "a", "1:2:3:4", "0:5:0", "1.5", "99999999999"})
    void parseWhenNotARangeExpectError(String text) {
        assertThatThrownBy(() -> RowRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
