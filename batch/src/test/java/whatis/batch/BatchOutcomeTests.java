package whatis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.batch.input.InputException;
import whatis.batch.output.OutputFormat;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.network.TinyCheckpoint;

/** What becomes of inputs that other programs lose, or die of. Real Spark with a real if tiny model. */
class BatchOutcomeTests {

    private static final List<String> PREFIXES = List.of("", "_", ".", "ü 写真 ", "a b", "[1]{a,b}*?", "100%25:", "\\");

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void write() throws IOException {
        TinyCheckpoint.of("vit").write(Path.of(System.getenv("WHATIS_MODEL")));
    }

    private Path images() throws IOException {
        return Files.createDirectories(folder.resolve("images"));
    }

    private BatchSummary run(Path input) throws IOException, InterruptedException {
        BatchSettings settings = new BatchSettings(
                input.toString(),
                output().toString(),
                OutputFormat.JSONL,
                1,
                null,
                ImageClassifierSettings.fromEnvironment(System.getenv()),
                "local[2]",
                Existing.REFUSE,
                new ErrorLimit(100, true));
        return new BatchJob(settings, new BatchProgress(new PrintWriter(Writer.nullWriter()), false)).run();
    }

    private Path output() {
        return folder.resolve("answers");
    }

    private List<JsonObject> rows() throws IOException {
        List<JsonObject> rows = new ArrayList<>();
        try (Stream<Path> parts = Files.list(output())) {
            for (Path part :
                    parts.filter(file -> file.toString().endsWith(".jsonl")).toList()) {
                if (!part.getFileName().toString().startsWith("_")) {
                    for (String line : Files.readAllLines(part)) {
                        rows.add(JsonParser.parseString(line).getAsJsonObject());
                    }
                }
            }
        }
        return rows;
    }

    private String code(String name) throws IOException {
        JsonObject row = rows().stream()
                .filter(candidate -> candidate.get("source").getAsString().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
        return row.get("error").isJsonNull()
                ? "answered"
                : row.getAsJsonObject("error").get("code").getAsString();
    }

    @Test
    void runWhenFiveThousandFilesHaveStrangeNamesExpectEachOnce() throws Exception {
        byte[] image = Picture.drawn(1);
        Set<String> sources = new TreeSet<>();
        for (int i = 0; i < 5_000; i++) {
            String prefix = PREFIXES.get(i % PREFIXES.size());
            String name = "%sfolder %d/%s%d/%s%04d.png".formatted(prefix, i % 7, prefix, i % 50, prefix, i);
            Path file = images().resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, image);
            sources.add("file:" + file);
        }
        BatchSummary summary = run(images());
        List<String> answered =
                rows().stream().map(row -> row.get("source").getAsString()).toList();
        assertThat(answered).hasSize(5_000);
        assertThat(new TreeSet<>(answered)).isEqualTo(sources);
        assertThat(summary.errors()).isZero();
    }

    @Test
    void runWhenAFileHas60MegabytesExpectItsAnswer() throws Exception {
        Files.write(images().resolve("large.bmp"), bitmap(5_000, 4_000));
        Files.write(images().resolve("small.png"), Picture.drawn(1));
        run(images());
        assertThat(Files.size(images().resolve("large.bmp"))).isGreaterThan(60_000_000);
        assertThat(code("large.bmp")).isEqualTo("answered");
        assertThat(code("small.png")).isEqualTo("answered");
    }

    private static byte[] bitmap(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(54 + 3 * width * height).order(ByteOrder.LITTLE_ENDIAN);
        file.put("BM".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity());
        file.putInt(0).putInt(54).putInt(40).putInt(width).putInt(height);
        file.putShort((short) 1).putShort((short) 24);
        return file.array();
    }

    @Test
    void runWhenAFileIsTooLargeForMemoryExpectARowWithItsError() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(images().resolve("huge.jpg").toFile(), "rw")) {
            file.setLength(2L << 30);
        }
        Files.write(images().resolve("small.png"), Picture.drawn(1));
        run(images());
        assertThat(code("huge.jpg")).isEqualTo("file-too-large");
        assertThat(code("small.png")).isEqualTo("answered");
    }

    @Test
    void runWhenAParquetFileIsCutShortExpectErrorBeforeAnythingIsDone() throws Exception {
        List<byte @Nullable []> table = new ArrayList<>();
        for (int row = 0; row < 20; row++) {
            table.add(Picture.drawn(row));
        }
        Path whole = images().resolve("a.parquet");
        ImageTable.write(whole, table, 6, 2);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(images().resolve("b.parquet"), Arrays.copyOf(bytes, bytes.length - 100));
        assertThatThrownBy(() -> run(images()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("b.parquet is cut short, damaged or no Parquet file")
                .hasMessageContaining("mend it or take it away");
        Files.delete(images().resolve("b.parquet"));
        assertThat(run(images()).images()).isEqualTo(20);
    }

    @Test
    void runWhenTheInputIsEmptyExpectErrorAndThatTheOutputCanBeUsed() throws Exception {
        assertThatThrownBy(() -> run(images()))
                .isInstanceOf(InputException.class)
                .hasMessage("There are no images in the input: correct it.");
        Files.write(images().resolve("small.png"), Picture.drawn(1));
        assertThat(run(images()).images()).isEqualTo(1);
    }

    @Test
    void runWhenTheInputIsStillBeingWrittenExpectError() throws Exception {
        Path unfinished = Files.createDirectories(images().resolve("packed/_unfinished"));
        Files.writeString(unfinished.resolve("images-00001.parquet-7f1e2d3c-0000-4000-8000-0123456789ab"), "half");
        assertThatThrownBy(() -> run(images()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("packed is still being written");
    }
}
