package whatis.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import whatis.experiment.dataset.SmallDataset;

class DatasetCommandTests {

    @TempDir
    private Path folder = Path.of("");

    private String dataset = "";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws Exception {
        dataset = SmallDataset.writeWithBrokenRow(folder, 4).toString();
    }

    private int run(String... arguments) {
        return run(Ansi.OFF, arguments);
    }

    private int run(Ansi colour, String... arguments) {
        return new CommandLine(new DatasetCommand(Map.of()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colour))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExitCodeExceptionMapper(e -> ((CommandLine.IExitCodeGenerator) e).getExitCode())
                .execute(arguments);
    }

    @Test
    void saveWhenTheRowIsThereExpectItsImage() throws Exception {
        Path file = folder.resolve("row.png");
        assertThat(run("save", "1", file.toString(), "--dataset", dataset)).isZero();
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(64);
    }

    @Test
    void showWhenTheRowIsThereExpectItDrawn() {
        assertThat(run(Ansi.ON, "show", "1", "--dataset", dataset)).isZero();
        assertThat(out.toString()).contains("▀", "row 1: 64 x 64");
        assertThat(out.toString().lines().filter(line -> line.contains("▀"))).hasSize(32);
    }

    @Test
    void showWhenThereAreNoColoursExpectShadesOfGrey() {
        assertThat(run("show", "1", "--dataset", dataset)).isZero();
        assertThat(out.toString()).contains("row 1: 64 x 64").doesNotContain("\u001b");
        assertThat(out.toString().lines().filter(line -> line.matches("[ ░▒▓█]{64}")))
                .hasSize(32);
    }

    @Test
    void showWhenTheRowIsBeyondTheEndExpectHowManyThereAre() {
        assertThat(run("show", "4", "--dataset", dataset)).isEqualTo(1);
        assertThat(err.toString()).contains("There is no row 4", "has 4 rows");
    }

    @Test
    void showWhenTheRowIsBrokenExpectError() {
        assertThat(run("show", "2", "--dataset", dataset)).isEqualTo(1);
        assertThat(err.toString()).contains("Row 2 has no image that can be read");
    }
}
