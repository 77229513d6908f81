package whatis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.batch.output.OutputFormat;
import whatis.batch.plan.PlanException;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.Prediction;
import whatis.classification.network.TinyCheckpoint;

/** Real Spark, on two cores of this machine, with a real if tiny model. */
class BatchJobTests {

    private static final int IMAGES = 1100;
    private static final int BROKEN = 7;

    @TempDir
    private static Path images = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private Existing existing = Existing.REFUSE;
    private ErrorLimit maxErrors = new ErrorLimit(100, true);
    private int top = 2;

    /** 1,100 pictures, which are three chunks; one is broken, and one has a name that Spark would pass over. */
    @BeforeAll
    static void write() throws IOException {
        TinyCheckpoint.of("vit").write(Path.of(System.getenv("WHATIS_MODEL")));
        for (int i = 0; i < IMAGES; i++) {
            byte[] image = i == BROKEN ? new byte[] {1, 2, 3} : Picture.drawn(i % 20);
            Files.write(images.resolve((i == 0 ? "_ü %04d.png" : "%04d.png").formatted(i)), image);
        }
    }

    @BeforeEach
    void reset() {
        existing = Existing.REFUSE;
    }

    private BatchSummary run(String input) throws IOException, InterruptedException {
        BatchSettings settings = new BatchSettings(
                input,
                output().toString(),
                OutputFormat.JSONL,
                top,
                null,
                ImageClassifierSettings.fromEnvironment(System.getenv()),
                "local[2]",
                existing,
                maxErrors);
        return new BatchJob(settings, new BatchProgress(new PrintWriter(Writer.nullWriter()), false)).run();
    }

    private BatchSummary run() throws IOException, InterruptedException {
        return run(images.toString());
    }

    private Path output() {
        return folder.resolve("answers");
    }

    private List<JsonObject> rows() throws IOException {
        List<JsonObject> rows = new ArrayList<>();
        try (Stream<Path> parts = Files.list(output())) {
            for (Path part : parts.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(part)) {
                    rows.add(JsonParser.parseString(line).getAsJsonObject());
                }
            }
        }
        return rows;
    }

    @Test
    void runWhenAFolderIsNamedExpectARowForEachImageInOrder() throws Exception {
        BatchSummary summary = run();
        List<JsonObject> rows = rows();
        assertThat(rows).hasSize(IMAGES);
        assertThat(rows).extracting(row -> row.get("source").getAsString()).isSorted();
        assertThat(summary.images()).isEqualTo(IMAGES);
        assertThat(summary.errors()).isEqualTo(1);
        assertThat(summary.found()).isZero();
        assertThat(summary.executors()).isEqualTo(1);
        assertThat(output().resolve("_SUCCESS")).exists();
        assertThat(output().resolve("_unfinished")).doesNotExist();
    }

    @Test
    void runWhenImagesAreClassifiedExpectTheLibrarysAnswers() throws Exception {
        run();
        JsonObject row = rows().get(3);
        Path image = Path.of(row.get("source").getAsString().substring("file:".length()));
        try (ImageClassifier classifier =
                ImageClassifier.load(ImageClassifierSettings.fromEnvironment(System.getenv()))) {
            List<Prediction> predictions = classifier.classify(Files.readAllBytes(image), top);
            assertThat(row.get("label").getAsString())
                    .isEqualTo(predictions.get(0).label());
            assertThat(row.get("score").getAsDouble())
                    .isCloseTo(predictions.get(0).score(), org.assertj.core.api.Assertions.within(1e-6));
            assertThat(row.getAsJsonArray("top")).hasSize(top);
            assertThat(row.get("precision").getAsString()).isEqualTo("fp32");
        }
    }

    @Test
    void runWhenAnImageIsBrokenExpectARowWithItsError() throws Exception {
        run();
        List<JsonObject> failed =
                rows().stream().filter(row -> !row.get("error").isJsonNull()).toList();
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).get("source").getAsString()).endsWith("0007.png");
        assertThat(failed.get(0).getAsJsonObject("error").get("code").getAsString())
                .isEqualTo("unsupported-image-format");
    }

    @Test
    void runWhenResumedExpectOnlyWhatIsMissingToBeDone() throws Exception {
        run();
        List<JsonObject> before = rows();
        Files.delete(output().resolve("_SUCCESS"));
        Files.delete(output().resolve("part-00001.jsonl"));
        Files.createDirectories(output().resolve("_unfinished"));
        Files.writeString(output().resolve("_unfinished/part-00001.jsonl-" + UUID.randomUUID()), "{\"source");
        FileTime first = Files.getLastModifiedTime(output().resolve("part-00000.jsonl"));
        existing = Existing.RESUME;
        BatchSummary summary = run();
        assertThat(summary.found()).isEqualTo(IMAGES - 500);
        assertThat(summary.errors()).isEqualTo(1);
        assertThat(rows()).extracting(row -> row.get("source")).isEqualTo(sources(before));
        assertThat(Files.getLastModifiedTime(output().resolve("part-00000.jsonl")))
                .isEqualTo(first);
        assertThat(output().resolve("_unfinished")).doesNotExist();
    }

    private static List<?> sources(List<JsonObject> rows) {
        return rows.stream().map(row -> row.get("source")).toList();
    }

    @Test
    void runWhenOnlyTheMarkIsMissingExpectNoModelToBeLoaded() throws Exception {
        run();
        Files.delete(output().resolve("_SUCCESS"));
        existing = Existing.RESUME;
        BatchSummary summary = run();
        assertThat(summary.found()).isEqualTo(IMAGES);
        assertThat(summary.executors()).isZero();
        assertThat(output().resolve("_SUCCESS")).exists();
    }

    @Test
    void runWhenResumedWithOtherSettingsExpectError() throws Exception {
        run();
        existing = Existing.RESUME;
        top = 1;
        assertThatThrownBy(this::run).isInstanceOf(PlanException.class).hasMessageContaining("--top is 1, was 2");
    }

    @Test
    void runWhenThereIsABatchAlreadyExpectErrorOrANewOne() throws Exception {
        run();
        assertThatThrownBy(this::run).isInstanceOf(BatchException.class).hasMessageContaining("--resume");
        existing = Existing.OVERWRITE;
        assertThat(run().found()).isZero();
        assertThat(rows()).hasSize(IMAGES);
    }

    @Test
    void runWhenTheFolderHasOtherFilesExpectThemToStay() throws Exception {
        Files.createDirectories(output());
        Files.writeString(output().resolve("thesis.txt"), "years");
        existing = Existing.OVERWRITE;
        assertThatThrownBy(this::run).isInstanceOf(BatchException.class).hasMessageContaining("is no batch");
        assertThat(output().resolve("thesis.txt")).exists();
    }

    @Test
    void runWhenThereAreTooManyErrorsExpectFailureThatCanBeResumed() throws Exception {
        maxErrors = new ErrorLimit(0, false);
        assertThatThrownBy(this::run).isInstanceOf(BatchException.class).hasMessageContaining("--max-errors allows 0");
        assertThat(output().resolve("_SUCCESS")).doesNotExist();
        maxErrors = new ErrorLimit(1, true);
        existing = Existing.RESUME;
        assertThat(run().errors()).isEqualTo(1);
        assertThat(rows()).hasSize(IMAGES);
    }

    @Test
    void runWhenInputHasRowsExpectTheirNumbers() throws Exception {
        List<byte @Nullable []> table = new ArrayList<>();
        for (int row = 0; row < 20; row++) {
            table.add(row == 4 ? null : Picture.drawn(row));
        }
        Path file = folder.resolve("table.parquet");
        ImageTable.write(file, table, 6, 2);
        BatchSummary summary = run(file.toString());
        assertThat(summary.errors()).isEqualTo(1);
        List<JsonObject> rows = rows();
        assertThat(rows)
                .extracting(row -> row.get("row").getAsInt())
                .isEqualTo(Stream.iterate(0, row -> row + 1).limit(20).toList());
        assertThat(rows.get(4).getAsJsonObject("error").get("code").getAsString())
                .isEqualTo("row-empty");
    }

    @Test
    void runWhenTheOutputIsWithinTheInputExpectError() {
        assertThatThrownBy(() -> run(folder.toString()))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("is within the input");
    }
}
