package whatis.experiment.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.image.SharedFiles;

class DatasetTests {

    @TempDir
    private Path folder = Path.of("");

    private Path written(String name, int rows, int from) throws IOException {
        Path file = folder.resolve(name);
        ParquetImages.write(file, rows, row -> new byte[] {(byte) (from + row)}, row -> row);
        return file;
    }

    @Test
    void rowsWhenInSeveralFilesExpectThatTheyAreCountedThrough() throws IOException {
        Dataset dataset = Dataset.load(List.of(written("a.parquet", 3, 0), written("b.parquet", 2, 3)));
        assertThat(dataset.images()).hasSize(5);
        assertThat(dataset.image(4)).containsExactly(4);
        assertThat(dataset.has(4)).isTrue();
        assertThat(dataset.has(5)).isFalse();
        assertThat(dataset.has(-1)).isFalse();
    }

    @Test
    void loadWhenFileIsNotParquetExpectErrorWithItsName() throws IOException {
        Path text =
                Files.writeString(folder.resolve("text.parquet"), "this is no Parquet file, but long enough for one");
        assertThatThrownBy(() -> Dataset.load(List.of(text)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("text.parquet")
                .hasMessageContaining("image struct<bytes, path>");
    }

    @Test
    void loadWhenFileIsCutOffExpectError() throws IOException {
        byte[] whole = Files.readAllBytes(written("whole.parquet", 100, 0));
        Path half = Files.write(folder.resolve("half.parquet"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Dataset.load(List.of(half))).isInstanceOf(DatasetException.class);
    }

    @Test
    void loadWhenFileIsMissingExpectError() {
        assertThatThrownBy(() -> Dataset.load(List.of(Path.of("absent.parquet"))))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("absent.parquet");
    }

    @Test
    void loadWhenTheHubsFileExpectAllRows() throws IOException {
        Path file = SharedFiles.path("datasets/tiny-imagenet-train-first-20-classes.parquet");
        Dataset dataset = Dataset.load(List.of(file));
        assertThat(dataset.images()).hasSize(10_000);
        // JPEG.
        assertThat(dataset.image(2300)).startsWith(0xFF, 0xD8);
    }
}
