package whatis.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import whatis.experiment.dataset.SmallDataset;

/** Whole experiments, each variant in its own JVM. */
class ExperimentCommandTests {

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void writeModel() {
        SmallModel.write();
    }

    private int run(String... arguments) {
        return new CommandLine(new ExperimentCommand(System.getenv()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExitCodeExceptionMapper(e -> ((CommandLine.IExitCodeGenerator) e).getExitCode())
                .execute(Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--report", folder.resolve("report").toString()))
                        .toArray(String[]::new));
    }

    private JsonObject report() throws IOException {
        return JsonParser.parseString(Files.readString(folder.resolve("report/experiment.json")))
                .getAsJsonObject();
    }

    private List<String> reportFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("report"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void experimentWhenARowIsBrokenAndAnotherMissingExpectTheirErrorsAndTheOthersAnswered() throws IOException {
        Path file = SmallDataset.writeWithBrokenRow(folder, 20);
        int exitCode = run("--dataset", file.toString(), "--rows", "0:21:2", "--variants", "A,D,C1", "--in-process");
        assertThat(err.toString()).contains("row 10: ").contains("there is no row 20");
        assertThat(exitCode).isEqualTo(1);
        JsonArray variants = report().getAsJsonArray("variants");
        assertThat(variants).hasSize(3);
        for (var each : variants) {
            JsonArray results = each.getAsJsonObject().getAsJsonArray("results");
            assertThat(results).hasSize(11);
            for (int i = 0; i < 11; i++) {
                JsonArray tuple = results.get(i).getAsJsonArray();
                boolean bad = i == 5 || i == 10;
                assertThat(tuple.get(0).getAsString().equals("Error")).isEqualTo(bad);
            }
            assertThat(each.getAsJsonObject().get("seconds").getAsDouble()).isPositive();
            assertThat(each.getAsJsonObject().getAsJsonArray("errors")).hasSize(2);
        }
        assertThat(reportFiles()).containsExactly("experiment.json", "memory.svg", "report.md", "time.svg");
        assertThat(out.toString()).contains("A sequential", "D micro-batches", "C1 actors, resident data");
    }

    @Test
    void experimentWhenAVariantCantRunExpectWhyAndTheOthers() throws IOException {
        Path file = SmallDataset.write(folder, 2);
        // Without the launcher, nobody knows where the program on Spark is.
        assertThat(run("--dataset", file.toString(), "--rows", "2", "--variants", "B,A"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("variant B failed", "./whatis experiment");
        assertThat(report().getAsJsonArray("variants").get(1).getAsJsonObject().getAsJsonArray("results"))
                .hasSize(2);
    }

    @Test
    void experimentWhenThereAreNoRowsExpectError() {
        assertThat(run("--rows", "5:5")).isEqualTo(1);
        assertThat(run("--rows", "nonsense")).isEqualTo(2);
    }

    @Test
    void experimentWhenTheReportCantBeWrittenExpectErrorBeforeAnyWork() throws IOException {
        Files.writeString(folder.resolve("report"), "a file");
        assertThat(run("--rows", "1")).isEqualTo(1);
        assertThat(err.toString()).contains("--report").doesNotContain("variant");
    }
}
