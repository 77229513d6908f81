package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTests {

    @ParameterizedTest
    @CsvSource({
        "80, 80",
        "132, 132",
        "'', 2147483647",
        "0, 2147483647",
        "9, 2147483647",
        "10, 10",
        "wide, 2147483647",
        "-5, 2147483647"
    })
    void columnsWhenReadFromTheEnvironmentAreUnlimitedIfNoWidth(String text, int columns) {
        assertThat(Terminal.columns(text)).isEqualTo(columns);
    }
}
