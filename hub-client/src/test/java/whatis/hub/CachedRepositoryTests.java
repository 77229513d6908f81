package whatis.hub;

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
    private static final HubRepository REPOSITORY = new HubRepository(RepositoryKind.MODEL, "o/n", "main");
    private static final Checksum CHECKSUM = new Checksum("b".repeat(64));

    @TempDir
    Path folder;

    @Test
    void addToSnapshotWhenThereAreNoLinksPutsTheFileThere() throws IOException {
        URI zip = URI.create("jar:" + folder.resolve("cache.zip").toUri());
        try (FileSystem withoutLinks = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            CachedRepository repository = new CachedRepository(withoutLinks.getPath("/cache"), REPOSITORY);
            Path blob = repository.blob(CHECKSUM);
            Files.createDirectories(blob.getParent());
            Files.writeString(blob, "weights");

            repository.addToSnapshot(COMMIT, "model.safetensors", blob);

            assertThat(repository.file(COMMIT, "model.safetensors")).isPresent();
            assertThat(Files.readString(repository.snapshot(COMMIT).resolve("model.safetensors")))
                    .isEqualTo("weights");
        }
    }

    @Test
    void latestWhenTheRefIsDamagedIsUnknown() throws IOException {
        CachedRepository repository = new CachedRepository(folder, REPOSITORY);
        Path refs = Files.createDirectories(folder.resolve("models--o--n/refs"));
        Files.writeString(refs.resolve("main"), "../../elsewhere");

        assertThat(repository.latest("main")).isEmpty();
    }

    @Test
    void latestWhenTheRevisionHasASlashIsFound() throws IOException {
        CachedRepository repository = new CachedRepository(folder, REPOSITORY);

        repository.setCommit("refs/pr/1", COMMIT);

        assertThat(repository.latest("refs/pr/1")).hasValue(COMMIT);
        assertThat(folder.resolve("models--o--n/refs/refs/pr")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void setCommitWhenTheBranchMovesReplacesTheRef() throws IOException {
        CachedRepository repository = new CachedRepository(folder, REPOSITORY);
        repository.setCommit("main", COMMIT);

        repository.setCommit("main", "c".repeat(40));

        assertThat(repository.latest("main")).hasValue("c".repeat(40));
    }

    @Test
    void addToSnapshotWhenTheFileLiesInAFolderLinksToTheBlob() throws IOException {
        CachedRepository repository = new CachedRepository(folder, REPOSITORY);
        Path blob = repository.blob(CHECKSUM);
        Files.createDirectories(blob.getParent());
        Files.writeString(blob, "rows");

        repository.addToSnapshot(COMMIT, "data/a/train.parquet", blob);

        Path entry = repository.file(COMMIT, "data/a/train.parquet").orElseThrow();
        assertThat(entry).hasContent("rows");
        assertThat(Files.readSymbolicLink(entry)).isRelative();
        assertThat(repository.checksum(COMMIT, "data/a/train.parquet")).hasValue(CHECKSUM);
        assertThat(repository.files(COMMIT)).containsExactly("data/a/train.parquet");
    }

    @Test
    void pinnedWhenABranchLooksLikeACommitIsEmpty() throws IOException {
        CachedRepository repository = new CachedRepository(folder, REPOSITORY);
        Files.createDirectories(repository.snapshot(COMMIT));
        repository.setCommit("20240101", COMMIT);

        assertThat(repository.pinned("20240101")).isEmpty();
        assertThat(repository.latest("20240101")).hasValue(COMMIT);
    }

    @Test
    void pinnedWhenTheCachedCommitBeginsSoIsThatCommit() throws IOException {
        CachedRepository repository = new CachedRepository(folder, REPOSITORY);
        Files.createDirectories(repository.snapshot(COMMIT));

        assertThat(repository.pinned("a".repeat(7))).hasValue(COMMIT);
        assertThat(repository.pinned(COMMIT)).hasValue(COMMIT);
        assertThat(repository.pinned("b".repeat(7))).isEmpty();
    }
}
