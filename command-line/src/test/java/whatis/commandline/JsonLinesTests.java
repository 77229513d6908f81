package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.Prediction;

class JsonLinesTests {

    private final JsonLines format = new JsonLines();

    @ParameterizedTest
    @CsvSource({"1, 1.0", "0, 0.0", "0.98, 0.98", "0.123456789, 0.123457", "1e-6, 0.000001", "4e-7, 0.0"})
    void scoreWhenWrittenHasAtMostSixDigits(double score, String written) {
        Answer answer = new Answer(Path.of("a"), List.of(new Prediction("x", score)), null);

        assertThat(format.line(answer))
                .isEqualTo("{\"file\":\"a\",\"guesses\":[{\"label\":\"x\",\"score\":" + written + "}],\"error\":null}");
    }

    @Test
    void textWhenItHoldsSpecialCharactersIsOneLine() {
        Answer answer = new Answer(Path.of("a\"\n<ü>"), List.of(), Failure.wrongInput("it's \u2028 wrong"));

        assertThat(format.line(answer))
                .isEqualTo("{\"file\":\"a\\\"\\n<ü>\",\"guesses\":[],\"error\":\"it's \\u2028 wrong\"}");
    }
}
