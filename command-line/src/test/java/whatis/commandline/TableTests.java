package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.Prediction;

class TableTests {

    private static final List<Prediction> GUESSES = List.of(
            new Prediction("goldfish, Carassius auratus", 0.9876),
            new Prediction("tench, Tinca tinca", 0.0049),
            new Prediction("coral reef", 0.0001));

    @Test
    void lineWhenUnlimitedIsWhole() {
        assertThat(line("photos/goldfish.jpg", GUESSES, Terminal.UNLIMITED, false))
                .isEqualTo("photos/goldfish.jpg   98.8%  goldfish, Carassius auratus   tench 0.5%, coral reef 0.0%");
    }

    @Test
    void lineWhenThereIsNoRoomForFurtherGuessesKeepsTheBest() {
        assertThat(line("goldfish.jpg", GUESSES, 40, false)).isEqualTo("goldfish.jpg   98.8%  goldfish, Carassi…");
    }

    @Test
    void nameWhenTooLongKeepsItsEnd() {
        assertThat(line("a/long/path/to/goldfish.jpg", GUESSES, 40, false)).startsWith("…to/goldfish.jpg   98.8%  ");
    }

    @Test
    void lineWhenTheBestGuessIsCertainKeepsTheColumns() {
        assertThat(line("a", List.of(new Prediction("hammer", 1)), 80, false)).isEqualTo("a  100.0%  hammer");
    }

    @Test
    void lineWhenColouredIsTheSameWithoutTheColours() {
        String coloured = line("a.jpg", GUESSES, 80, true);

        assertThat(coloured).contains("\u001b[1m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(line("a.jpg", GUESSES, 80, false));
    }

    @Test
    void nameWhenItHoldsControlCharactersDoesNotSteerTheTerminal() {
        assertThat(line("\u001b[2Ja\nb", GUESSES, 80, false)).startsWith("?[2Ja?b  ");
    }

    @Test
    void errorWhenLongFitsTheTerminal() {
        Answer answer = new Answer(Path.of("a.jpg"), List.of(), Failure.wrongInput("x".repeat(100)));

        assertThat(table("a.jpg", 40, false).line(answer)).hasSize(40).startsWith("a.jpg  error: xxx");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 25, 30, 50, 60, 61, 79, 80, 120, 200})
    void lineWhenTheTerminalHasAWidthFitsIt(int columns) {
        List<Prediction> many = IntStream.range(1, 30)
                .mapToObj(i -> new Prediction("label %d 🐟, synonym".formatted(i), 0.5 / i))
                .toList();

        String line = line("photos/ein größerer Goldfisch 🐟.jpg", many, columns, false);

        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(columns);
    }

    private static String line(String file, List<Prediction> guesses, int columns, boolean colour) {
        return table(file, columns, colour).line(new Answer(Path.of(file), guesses, null));
    }

    private static Table table(String file, int columns, boolean colour) {
        Terminal terminal =
                new Terminal(Writer.nullWriter(), new PrintWriter(Writer.nullWriter()), columns, colour, false);
        return new Table(List.of(new ImageFile(Path.of(file), null)), terminal);
    }
}
