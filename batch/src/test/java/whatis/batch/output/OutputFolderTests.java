package whatis.batch.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import whatis.batch.storage.Storage;
import whatis.classification.Prediction;

class OutputFolderTests {

    private static final Origin ORIGIN = new Origin("owner/name", "abc1234", "fp32", "1.0");
    private static final AnswerRow ANSWER = new AnswerRow(
            "file:/ü.jpg", null, List.of(new Prediction("cat", 0.75), new Prediction("dog", 0.25)), null, 12.5);
    private static final AnswerRow ERROR =
            AnswerRow.failed("file:/table.parquet", 7L, new Problem("row-empty", "The row has no image."));

    @TempDir
    private Path folder = Path.of("");

    private OutputFolder output(OutputFormat format) {
        return new OutputFolder(
                new Storage(new Configuration()), new org.apache.hadoop.fs.Path(folder + "/output"), format);
    }

    private void write(OutputFolder output) throws IOException {
        output.prepare();
        try (ChunkFile file = output.create(3, ORIGIN)) {
            file.write(ANSWER);
            file.write(ERROR);
            file.commit();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("output"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.resolve("output").relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findWhenAChunkIsCommittedExpectItsCounts(OutputFormat format) throws IOException {
        write(output(format));
        assertThat(output(format).find(3)).contains(new ChunkCounts(2, 1));
        assertThat(output(format).find(4)).isEmpty();
        assertThat(names()).containsExactly("part-00003." + format);
    }

    @ParameterizedTest
    @EnumSource
    void closeWhenAChunkIsNotCommittedExpectNothingLeft(OutputFormat format) throws IOException {
        OutputFolder output = output(format);
        output.prepare();
        try (ChunkFile file = output.create(3, ORIGIN)) {
            file.write(ANSWER);
            assertThat(output.find(3)).isEmpty();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void commitWhenAnotherAttemptWasFirstExpectOneWholeFile() throws IOException {
        OutputFolder output = output(OutputFormat.JSONL);
        output.prepare();
        try (ChunkFile slow = output.create(3, ORIGIN)) {
            slow.write(ANSWER);
            try (ChunkFile quick = output.create(3, ORIGIN)) {
                quick.write(ANSWER);
                quick.commit();
            }
            slow.commit();
        }
        assertThat(output.find(3)).contains(new ChunkCounts(1, 0));
        assertThat(names()).containsExactly("part-00003.jsonl");
    }

    @Test
    void writeWhenFormatIsJsonLinesExpectAllFields() throws IOException {
        write(output(OutputFormat.JSONL));
        List<JsonObject> rows = Files.readAllLines(folder.resolve("output/part-00003.jsonl")).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertThat(rows.get(0)).hasToString("""
                        {"source":"file:/ü.jpg","row":null,"label":"cat","score":0.75,\
                        "top":[{"label":"cat","score":0.75},{"label":"dog","score":0.25}],"error":null,\
                        "model":"owner/name","revision":"abc1234","precision":"fp32","version":"1.0","milliseconds":12.5}""");
        assertThat(rows.get(1).get("row").getAsLong()).isEqualTo(7);
        assertThat(rows.get(1).get("label").isJsonNull()).isTrue();
        assertThat(rows.get(1).getAsJsonObject("error").get("code").getAsString())
                .isEqualTo("row-empty");
    }

    @Test
    void writeWhenFormatIsParquetExpectAllFields() throws IOException {
        write(output(OutputFormat.PARQUET));
        try (ParquetReader<Group> rows = new Rows(folder.resolve("output/part-00003.parquet")).build()) {
            Group answer = rows.read();
            assertThat(answer.getString("source", 0)).isEqualTo("file:/ü.jpg");
            assertThat(answer.getFieldRepetitionCount("row")).isZero();
            assertThat(answer.getString("label", 0)).isEqualTo("cat");
            assertThat(answer.getDouble("score", 0)).isEqualTo(0.75);
            Group top = answer.getGroup("top", 0);
            assertThat(top.getFieldRepetitionCount("list")).isEqualTo(2);
            assertThat(top.getGroup("list", 1).getGroup("element", 0).getString("label", 0))
                    .isEqualTo("dog");
            assertThat(answer.getFieldRepetitionCount("error")).isZero();
            assertThat(answer.getDouble("milliseconds", 0)).isEqualTo(12.5);
            Group error = rows.read();
            assertThat(error.getLong("row", 0)).isEqualTo(7);
            assertThat(error.getFieldRepetitionCount("label")).isZero();
            assertThat(error.getGroup("top", 0).getFieldRepetitionCount("list")).isZero();
            assertThat(error.getGroup("error", 0).getString("code", 0)).isEqualTo("row-empty");
            assertThat(error.getString("revision", 0)).isEqualTo("abc1234");
            assertThat(rows.read()).isNull();
        }
    }

    private static final class Rows extends ParquetReader.Builder<Group> {

        Rows(Path file) {
            super(new LocalInputFile(file), new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }

    @Test
    void contentWhenFolderHasOtherFilesExpectOther() throws IOException {
        OutputFolder output = output(OutputFormat.PARQUET);
        assertThat(output.content()).isEqualTo(OutputFolder.Content.NOTHING);
        output.prepare();
        assertThat(output.content()).isEqualTo(OutputFolder.Content.NOTHING);
        Files.writeString(folder.resolve("output/thesis.docx"), "");
        assertThat(output.content()).isEqualTo(OutputFolder.Content.OTHER);
    }

    @Test
    void prepareWhenAFileIsInTheWayExpectError() throws IOException {
        Files.writeString(folder.resolve("output"), "");
        assertThat(output(OutputFormat.PARQUET).content()).isEqualTo(OutputFolder.Content.OTHER);
        assertThatThrownBy(output(OutputFormat.PARQUET)::prepare).isInstanceOf(IOException.class);
    }

    @Test
    void finishWhenChunksAreThereExpectTheMarkAndNothingUnfinished() throws IOException {
        OutputFolder output = output(OutputFormat.JSONL);
        write(output);
        output.finish();
        assertThat(names()).containsExactly("_SUCCESS", "part-00003.jsonl");
    }
}
