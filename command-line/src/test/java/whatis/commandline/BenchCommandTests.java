package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.ImageClassifier;
import whatis.classification.Prediction;

class BenchCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ImageClassifier classifier = new CaptionReader();

    @TempDir
    Path folder;

    private Path hammer;

    @BeforeEach
    void picture() {
        hammer = CaptionReader.write(folder.resolve("hammer.gif"), "hammer=0.9");
    }

    @Test
    void reportWhenAskedForInFilesIsThereInEachForm() throws IOException {
        Path json = folder.resolve("report.json");
        Path markdown = folder.resolve("report.md");
        Path plot = folder.resolve("report.svg");

        assertThat(bench("--clients=1,3", "--json=" + json, "--markdown=" + markdown, "--plot=" + plot, hammer))
                .isZero();

        JsonObject report = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
        assertThat(report.get("first").getAsDouble()).isPositive();
        assertThat(report.get("command").getAsString()).startsWith("whatis bench --seconds=1");
        JsonArray rounds = report.getAsJsonArray("rounds");
        assertThat(rounds)
                .extracting(round -> round.getAsJsonObject().get("clients").getAsInt())
                .containsExactly(1, 3);
        assertThat(rounds).map(JsonElement::getAsJsonObject).allSatisfy(round -> {
            JsonObject latency = round.getAsJsonObject("latency");
            assertThat(round.get("perSecond").getAsDouble()).isPositive();
            assertThat(latency.get("p50").getAsDouble())
                    .isLessThanOrEqualTo(latency.get("max").getAsDouble());
            assertThat(round.getAsJsonObject("failures").size()).isZero();
        });
        assertThat(Files.readString(markdown))
                .isEqualTo(out.toString())
                .startsWith("**captions in fp32 (flash, rule)**");
        assertThat(Files.readString(plot)).startsWith("<svg").contains("captions in fp32 (flash, rule)");
    }

    @Test
    void folderWhenNamedIsAskedAboutInTurn() {
        CaptionReader.write(folder.resolve("goldfish.gif"), "goldfish=0.9");
        AtomicInteger hammers = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        classifier = new CaptionReader() {
            @Override
            public List<Prediction> classify(byte[] image, int top) {
                List<Prediction> guesses = super.classify(image, top);
                (guesses.get(0).label().equals("hammer") ? hammers : others).incrementAndGet();
                return guesses;
            }
        };

        assertThat(bench("--clients=1", folder)).isZero();

        assertThat(hammers.get() - others.get()).isBetween(-2, 2);
    }

    @Test
    void failuresWhenAllFailAreCountedAndTheMachinesFault() {
        classifier = new CaptionReader() {
            private boolean asked;

            @Override
            public synchronized List<Prediction> classify(byte[] image, int top) {
                if (asked) {
                    throw new IllegalStateException("planted");
                }
                asked = true;
                return super.classify(image, top);
            }
        };

        assertThat(bench("--clients=2", hammer)).isEqualTo(3);

        assertThat(out.toString()).containsPattern("\\| +2 \\| +- \\|.*\\| IllegalStateException: [1-9][0-9]* \\|");
    }

    @Test
    void progressWhenStandardErrorIsNoTerminalIsALineForEachRound() {
        bench("--clients=1,2", hammer);

        assertThat(err.toString().lines())
                .containsExactly(
                        "whatis: 1 client: 1 s of warm-up, then 1 s", "whatis: 2 clients: 1 s of warm-up, then 1 s");
    }

    @Test
    void progressWhenStandardErrorIsATerminalIsErasedInTheEnd() {
        run(true, "--clients=1", hammer);

        assertThat(err.toString())
                .contains(Terminal.ERASE_LINE + "1 client: warming up", "measuring")
                .endsWith(Terminal.ERASE_LINE);
    }

    @Test
    void fileWhenMissingIsAnError() {
        Path absent = folder.resolve("absent.jpg");

        assertThat(bench(absent)).isEqualTo(1);

        assertThat(err.toString()).isEqualTo("whatis: " + absent + ": no such file" + System.lineSeparator());
    }

    @Test
    void outputWhenItsFolderIsMissingIsAnErrorBeforeAnythingIsMeasured() {
        assertThat(bench("--plot=" + folder.resolve("absent/load.svg"), hammer)).isEqualTo(1);

        assertThat(err.toString().lines()).singleElement().asString().contains("load.svg can't be written");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void serviceWhenNobodyListensIsTheMachinesFault() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(bench("--url=http://127.0.0.1:" + port, hammer)).isEqualTo(3);

        assertThat(err.toString()).startsWith("whatis: no service answers at http://127.0.0.1:" + port);
    }

    @Test
    void modelWhenGivenTogetherWithAServiceIsAUsageError() {
        assertThat(bench("--url=http://127.0.0.1:8000", "--precision=bf16", hammer))
                .isEqualTo(2);

        assertThat(err.toString()).startsWith("whatis: --model and --precision are the service's own");
    }

    private int bench(Object... arguments) {
        return run(false, arguments);
    }

    private int run(boolean progress, Object... arguments) {
        Terminal terminal = new Terminal(out, new PrintWriter(err, true), Terminal.UNLIMITED, false, progress);
        String[] command = Stream.concat(Stream.of("bench", "--seconds=1", "--warm-up=1"), Stream.of(arguments))
                .map(Object::toString)
                .toArray(String[]::new);
        return WhatIs.commandLine(model -> classifier, terminal).execute(command);
    }
}
