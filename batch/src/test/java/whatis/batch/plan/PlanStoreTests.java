package whatis.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.batch.ImageTable;
import whatis.batch.input.FoundFile;
import whatis.batch.input.InputException;
import whatis.batch.input.InputListing;
import whatis.batch.storage.ResultFolder;
import whatis.batch.storage.Storage;

class PlanStoreTests {

    private static final Map<String, String> SETTINGS = Map.of("model", "a", "--top", "5");

    private final Storage storage = new Storage(new Configuration());

    @TempDir
    private Path folder = Path.of("");

    private Path images = Path.of("");

    @BeforeEach
    void write() throws IOException {
        images = Files.createDirectories(folder.resolve("images"));
        for (int i = 0; i < 1201; i++) {
            Files.writeString(images.resolve("ü %04d\n.jpg".formatted(i)), "x");
        }
    }

    private PlanStore store() {
        return new PlanStore(new ResultFolder(
                storage, new org.apache.hadoop.fs.Path(folder.resolve("output").toString())));
    }

    private InputListing input() {
        return new InputListing(storage, images.toString());
    }

    private PlanHeader written() throws IOException {
        return store().write(input(), null, SETTINGS);
    }

    @Test
    void writeWhenThereAreManyFilesExpectEachInOneChunk() throws IOException {
        PlanHeader plan = written();
        List<String> planned = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (PlannedChunk chunk : store().chunks()) {
            Chunk read = store().read(chunk);
            sizes.add(read.images());
            read.files().stream().map(FoundFile::path).forEach(planned::add);
        }
        List<String> listed = new ArrayList<>();
        input().list(file -> listed.add(file.path()));
        assertThat(planned).isEqualTo(listed);
        assertThat(sizes).containsExactly(500, 500, 201);
        assertThat(plan.images()).isEqualTo(1201);
        assertThat(plan.chunks()).isEqualTo(3);
    }

    @Test
    void writeWhenThereAreParquetFilesExpectTheirRowsInParts() throws IOException {
        List<byte @Nullable []> rows = Collections.nCopies(1300, new byte[] {1});
        ImageTable.write(folder.resolve("images/table.parquet"), rows, 1100, 100);
        written();
        List<String> parts = new ArrayList<>();
        for (PlannedChunk chunk : store().chunks()) {
            Chunk read = store().read(chunk);
            if (read.isOfRows()) {
                parts.add(read.from() + " to " + read.to());
            }
        }
        // Of the group with 1,100 rows, and of that with 200.
        assertThat(parts).containsExactly("0 to 366", "366 to 733", "733 to 1100", "1100 to 1300");
    }

    @Test
    void writeWhenFilesAreLargeExpectSmallerChunks() throws IOException {
        List<Chunk> cut = new ArrayList<>();
        Chunks chunks = new Chunks(storage, null, cut::add);
        for (int i = 0; i < 5; i++) {
            chunks.accept(new FoundFile("file:/" + i, 60L << 20, 0));
        }
        chunks.accept(new FoundFile("file:/large", 400L << 20, 0));
        chunks.finish();
        assertThat(cut).extracting(Chunk::images).containsExactly(2, 2, 1, 1);
    }

    @Test
    void writeWhenThereAreNoImagesExpectErrorAndNoPlan() throws IOException {
        images = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(this::written)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There are no images");
        assertThat(store().find()).isEmpty();
    }

    @Test
    void checkWhenNothingHasChangedExpectNoError() throws IOException {
        written();
        PlanHeader found = store().find().orElseThrow();
        assertThatCode(() -> store().check(found, input(), SETTINGS)).doesNotThrowAnyException();
    }

    @Test
    void checkWhenAFileHasChangedExpectError() throws IOException {
        PlanHeader plan = written();
        Files.setLastModifiedTime(images.resolve("ü 0700\n.jpg"), FileTime.fromMillis(1));
        assertThatThrownBy(() -> store().check(plan, input(), SETTINGS))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("input is another");
    }

    @Test
    void checkWhenASettingHasChangedExpectErrorThatNamesIt() throws IOException {
        PlanHeader plan = written();
        assertThatThrownBy(() -> store().check(plan, input(), Map.of("model", "a", "--top", "3")))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("--top is 3, was 5")
                .hasMessageNotContaining("model");
    }

    @Test
    void writeWhenAnEarlierPlanWasNotFinishedExpectTheNewOne() throws IOException {
        Path output = Files.createDirectories(folder.resolve("output"));
        Files.writeString(output.resolve("_plan.jsonl"), "half a li");
        written();
        assertThat(store().chunks()).hasSize(3);
    }
}
