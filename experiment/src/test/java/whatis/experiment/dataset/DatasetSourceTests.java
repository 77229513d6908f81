package whatis.experiment.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetSourceTests {

    private static final String ID = "someone/images";

    @TempDir
    private Path folder = Path.of("");

    private Path parquet = Path.of("");
    private final StringWriter notices = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        parquet = folder.resolve("images.parquet");
        ParquetImages.write(parquet, 2, row -> new byte[] {7}, row -> row);
    }

    private List<Path> find(@Nullable String named, String split, String endpoint) throws IOException {
        Map<String, String> environment = Map.of(
                "HF_ENDPOINT", endpoint, "HF_HOME", folder.resolve("home").toString());
        return new DatasetSource(environment, new PrintWriter(notices, true)).find(named, split, folder);
    }

    private static String closedPort() {
        return "http://127.0.0.1:1";
    }

    @Test
    void findWhenFileExpectThatFile() throws IOException {
        assertThat(find(parquet.toString(), "valid", closedPort())).containsExactly(parquet);
    }

    @Test
    void findWhenFolderExpectFilesOfTheSplitInOrder() throws IOException {
        Path data = Files.createDirectories(folder.resolve("set/data"));
        for (String name : List.of("train-00001.parquet", "train-00000.parquet", "valid-00000.parquet", "notes.txt")) {
            Files.copy(parquet, data.resolve(name));
        }
        String set = folder.resolve("set").toString();
        assertThat(find(set, "train", closedPort()))
                .containsExactly(data.resolve("train-00000.parquet"), data.resolve("train-00001.parquet"));
        assertThat(find(set, "valid", closedPort())).containsExactly(data.resolve("valid-00000.parquet"));
    }

    @Test
    void findWhenFilesAreOfNoSplitExpectThatTheyAreForTraining() throws IOException {
        Files.createDirectories(folder.resolve("set"));
        Path file = Files.copy(parquet, folder.resolve("set/all.parquet"));
        assertThat(find(folder.resolve("set").toString(), "train", closedPort()))
                .containsExactly(file);
        assertThatThrownBy(() -> find(folder.resolve("set").toString(), "valid", closedPort()))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("valid");
    }

    @Test
    void findWhenOnTheHubExpectDownloadOnceAndOfflineLater() throws IOException {
        try (StandInDatasets hub = new StandInDatasets(ID, Files.readAllBytes(parquet))) {
            List<Path> files = find(ID, "train", hub.url());
            assertThat(Dataset.load(files).images()).hasSize(2);
            find(ID, "train", hub.url());
            assertThat(hub.downloads()).isEqualTo(1);
        }
        Map<String, String> offline =
                Map.of("HF_HUB_OFFLINE", "1", "HF_HOME", folder.resolve("home").toString());
        DatasetSource source = new DatasetSource(offline, new PrintWriter(notices, true));
        assertThat(source.find(ID, "train", folder)).hasSize(1);
    }

    @Test
    void findWhenTheHubHasNoSuchDatasetExpectWhatToDo() throws IOException {
        try (StandInDatasets hub = new StandInDatasets(ID, new byte[0])) {
            assertThatThrownBy(() -> find("someone/else", "train", hub.url()))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("404")
                    .hasMessageContaining("HF_TOKEN");
        }
    }

    @Test
    void findWhenTheHubIsDownExpectDrawnImagesForTheDefaultAlone() throws IOException {
        Dataset drawn = Dataset.load(find(null, "train", closedPort()));
        assertThat(drawn.images()).hasSize(DrawnImages.ROWS);
        assertThat(drawn.image(2300)).isEqualTo(DrawnImages.image(2300));
        assertThat(notices.toString()).contains("DRAWN IMAGES", "can't be reached");
        assertThatThrownBy(() -> find(ID, "train", closedPort())).isInstanceOf(DatasetException.class);
    }
}
