package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.ModelDescription;

class BenchCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void resultWhenAskedForAsJsonHoldsEveryFigure() {
        Path image = CaptionReader.write(folder.resolve("hammer.gif"), "hammer=0.9");

        assertThat(run("bench", "--seconds=1", "--clients=2", "--json", image.toString()))
                .isZero();

        JsonObject result = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertThat(result.get("clients").getAsInt()).isEqualTo(2);
        assertThat(result.get("requests").getAsInt()).isPositive();
        assertThat(result.get("perSecond").getAsDouble()).isPositive();
        assertThat(result.get("p50").getAsDouble())
                .isLessThanOrEqualTo(result.get("p99").getAsDouble());
        assertThat(result.get("first").getAsDouble()).isPositive();
    }

    @Test
    void fileWhenMissingIsAnError() {
        assertThat(run("bench", folder.resolve("absent.jpg").toString())).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("whatis: no such file" + System.lineSeparator());
    }

    @Test
    void percentilesWhenThereAreAHundredAreTheRanks() {
        List<Long> nanoseconds =
                LongStream.rangeClosed(1, 100).mapToObj(i -> i * 1_000_000).toList();
        BenchResult result = BenchResult.of(
                new ModelDescription("m", "", "fp32", true, false),
                1,
                nanoseconds,
                Duration.ofSeconds(10),
                Duration.ofMillis(1234));
        assertThat(result).isEqualTo(new BenchResult("m", "fp32", 1, 100, 50, 90, 99, 10, 1.23));
        assertThat(result.text()).contains("p50 50.0 ms, p90 90.0 ms, p99 99.0 ms", "1.23 s");
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(out, new PrintWriter(err, true), Terminal.UNLIMITED, false, false);
        return WhatIs.commandLine(model -> new CaptionReader(), terminal).execute(arguments);
    }
}
