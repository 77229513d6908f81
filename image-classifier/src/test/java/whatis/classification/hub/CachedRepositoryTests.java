package whatis.classification.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedRepositoryTests {

    private static final String COMMIT = "a".repeat(40);
    private static final Checksum CHECKSUM = new Checksum("b".repeat(64));

    @TempDir
    Path folder;

    @Test
    void addToSnapshotWhenThereAreNoLinksPutsTheFileThere() throws IOException {
        URI zip = URI.create("jar:" + folder.resolve("cache.zip").toUri());
        try (FileSystem withoutLinks = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            CachedRepository repository = new CachedRepository(withoutLinks.getPath("/cache"), "o/n");
            Path blob = repository.blob(CHECKSUM);
            Files.createDirectories(blob.getParent());
            Files.writeString(blob, "weights");

            repository.addToSnapshot(COMMIT, "model.safetensors", blob);

            assertThat(repository.holds(COMMIT, "model.safetensors")).isTrue();
            assertThat(Files.readString(repository.snapshot(COMMIT).resolve("model.safetensors")))
                    .isEqualTo("weights");
        }
    }

    @Test
    void commitWhenTheRefIsDamagedIsUnknown() throws IOException {
        CachedRepository repository = new CachedRepository(folder, "o/n");
        Path refs = Files.createDirectories(folder.resolve("models--o--n/refs"));
        Files.writeString(refs.resolve("main"), "../../elsewhere");

        assertThat(repository.commit(new HubModel("o/n", "main"))).isEmpty();
    }

    @Test
    void commitWhenTheRevisionHasASlashIsFound() throws IOException {
        CachedRepository repository = new CachedRepository(folder, "o/n");

        repository.setCommit("refs/pr/1", COMMIT);

        assertThat(repository.commit(new HubModel("o/n", "refs/pr/1"))).hasValue(COMMIT);
        assertThat(folder.resolve("models--o--n/refs/refs/pr")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void setCommitWhenTheBranchMovesReplacesTheRef() throws IOException {
        CachedRepository repository = new CachedRepository(folder, "o/n");
        repository.setCommit("main", COMMIT);

        repository.setCommit("main", "c".repeat(40));

        assertThat(repository.commit(new HubModel("o/n", "main"))).hasValue("c".repeat(40));
    }
}
