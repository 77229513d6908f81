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
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.hub.Faults;
import whatis.hub.LogProgress;
import whatis.hub.StandInHub;
import whatis.hub.StandInHub.Request;

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
        return new DatasetSource(environment, new LogProgress(), new PrintWriter(notices, true))
                .find(named, split, folder);
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
        try (StandInHub hub = published()) {
            List<Path> files = find(ID, "train", hub.endpoint().toString());
            assertThat(Dataset.load(files).images()).hasSize(2);
            find(ID, "train", hub.endpoint().toString());
            assertThat(hub.requests()).filteredOn(Request::atStorage).hasSize(1);
        }
        Map<String, String> offline =
                Map.of("HF_HUB_OFFLINE", "1", "HF_HOME", folder.resolve("home").toString());
        DatasetSource source = new DatasetSource(offline, new LogProgress(), new PrintWriter(notices, true));
        assertThat(source.find(ID, "train", folder)).hasSize(1);
        assertThatThrownBy(() -> source.find(ID, "valid", folder)).hasMessageContaining("no Parquet files");
    }

    @Test
    void findWhenACachedFileIsTooShortExpectItDownloadedAgain() throws IOException {
        try (StandInHub hub = published()) {
            Path file = find(ID, "train", hub.endpoint().toString()).get(0);
            Files.write(file.toRealPath(), new byte[5]);

            assertThat(Dataset.load(find(ID, "train", hub.endpoint().toString()))
                            .images())
                    .hasSize(2);
        }
    }

    @Test
    void findWhenTheDownloadIsAlteredOnTheWayExpectARefusal() throws IOException {
        try (StandInHub hub = published()) {
            hub.addStorageFault(Faults.bytes(new byte[(int) Files.size(parquet)]));

            assertThatThrownBy(() -> find(ID, "train", hub.endpoint().toString()))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("checksum");
        }
    }

    @Test
    void findWhenTheHubFallsSilentExpectAnEnd() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (StandInHub hub = published()) {
            hub.addHubFault(Faults.silence(end));
            Map<String, String> impatient = Map.of(
                    "HF_ENDPOINT",
                    hub.endpoint().toString(),
                    "HF_HUB_ETAG_TIMEOUT",
                    "1",
                    "HF_HOME",
                    folder.resolve("home").toString());
            DatasetSource source = new DatasetSource(impatient, new LogProgress(), new PrintWriter(notices, true));

            assertThatThrownBy(() -> source.find(ID, "train", folder)).hasMessageContaining("did not answer");
            end.countDown();
        }
    }

    @Test
    void findWhenTheHubHasNoSuchDatasetExpectWhatToDo() throws IOException {
        try (StandInHub hub = published()) {
            assertThatThrownBy(
                            () -> find("someone/else", "train", hub.endpoint().toString()))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContainingAll("no dataset someone/else", "HF_TOKEN", "file or folder");
        }
    }

    @Test
    void findWhenTheHubIsDownExpectDrawnImagesForTheDefaultAlone() throws IOException {
        Dataset drawn = Dataset.load(find(null, "train", closedPort()));
        assertThat(drawn.images()).hasSize(DrawnImages.ROWS);
        assertThat(drawn.image(2300)).isEqualTo(DrawnImages.image(2300));
        assertThat(notices.toString()).contains("DRAWN IMAGES", "refuses connections");
        assertThatThrownBy(() -> find(ID, "train", closedPort())).isInstanceOf(DatasetException.class);
    }

    private StandInHub published() throws IOException {
        StandInHub hub = new StandInHub();
        hub.publish(
                "datasets/" + ID,
                "0123456789".repeat(4),
                Map.of(
                        "README.md",
                        new byte[] {1},
                        "data/train-00000-of-00001.parquet",
                        Files.readAllBytes(parquet),
                        "../../train-escaped.parquet",
                        Files.readAllBytes(parquet)));
        return hub;
    }
}
