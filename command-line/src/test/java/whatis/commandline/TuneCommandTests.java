package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import whatis.classification.network.TinyCheckpoint;

class TuneCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void prepare() throws IOException {
        environment.put("HF_HOME", folder.resolve("home").toString());
        TinyCheckpoint.of("vit").write(folder.resolve("model"));
    }

    @Test
    void tableWhenTunedHasARowForEachArrangementAndWhatFollows() {
        assertThat(tune(false)).isZero();

        assertThat(out.toString().lines())
                .first()
                .asString()
                .startsWith(folder.resolve("model") + " in fp32, medians of 10 rounds on ");
        assertThat(out.toString())
                .containsPattern("(?m)^flash +[0-9.]+ ms the rule's +[0-9.]+ ms$")
                .containsPattern(
                        "(?m)^products +[0-9.]+ ms [0-9.]+ \\([0-9.]+-[0-9.]+\\) +[0-9.]+ ms [0-9.]+ \\(.*\\)$")
                .containsPattern("(stays|quicker than the rule's).*kept");
        assertThat(err.toString().lines()).containsExactly("whatis: 10 rounds");
    }

    @Test
    void objectWhenAskedForJsonSaysWhatIsKeptAndWhy() throws IOException {
        assertThat(tune(false, "--json")).isZero();

        JsonObject report = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertThat(report.get("rule").getAsString()).isEqualTo("flash");
        assertThat(report.getAsJsonArray("candidates"))
                .extracting(JsonElement::getAsJsonObject)
                .allSatisfy(candidate -> {
                    JsonObject alone = candidate.getAsJsonObject("alone");
                    assertThat(alone.get("seconds").getAsDouble()).isPositive();
                    assertThat(alone.get("ratio").getAsDouble())
                            .isBetween(
                                    alone.get("low").getAsDouble(),
                                    alone.get("high").getAsDouble());
                });
        if (report.get("kept").isJsonNull()) {
            assertThat(report.getAsJsonArray("undecided")).isNotEmpty();
        } else {
            String kept = Files.readString(Path.of(report.get("kept").getAsString()));
            assertThat(JsonParser.parseString(kept).getAsJsonObject().get("arrangement"))
                    .isEqualTo(report.get("choice"));
        }
    }

    @Test
    void progressWhenStandardErrorIsATerminalIsErasedInTheEnd() {
        assertThat(tune(true)).isZero();

        assertThat(err.toString())
                .contains(Terminal.ERASE_LINE + "round 1 of 10", "round 10 of 10, ")
                .endsWith(Terminal.ERASE_LINE);
    }

    @Test
    void settingWhenItHidesWhatIsKeptIsTold() {
        environment.put("WHATIS_ARRANGEMENT", "flash");

        assertThat(tune(false)).isZero();

        assertThat(err.toString()).contains("WHATIS_ARRANGEMENT", "unset it");
    }

    @Test
    void roundsWhenFewAreRefused() {
        assertThat(tune(false, "--rounds=9")).isEqualTo(1);

        assertThat(err.toString()).contains("at least 10 rounds");
        assertThat(out.toString()).isEmpty();
    }

    private int tune(boolean progress, String... arguments) {
        Terminal terminal = new Terminal(out, new PrintWriter(err, true), Terminal.UNLIMITED, false, progress);
        String[] options = Stream.concat(
                        Stream.of("--model=" + folder.resolve("model"), "--precision=fp32", "--rounds=10"),
                        Stream.of(arguments))
                .toArray(String[]::new);
        return new CommandLine(new TuneCommand(environment, terminal))
                .setOverwrittenOptionsAllowed(true)
                .setExecutionExceptionHandler(new ErrorReport(terminal.err(), () -> false))
                .execute(options);
    }
}
