package whatis.hub;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A repository in the hub's cache, in the layout of Python's {@code huggingface_hub}: {@code blobs} named by checksum,
 * {@code snapshots/<commit>} with relative links into them, {@code refs/<revision>} with the commit that a revision
 * last meant, {@code .no_exist/<commit>} with empty files for those that the commit does not have. Whatever is there is
 * whole: everything comes into being under another name and is renamed.
 */
final class CachedRepository {

    private final Path folder;
    private final Path locks;

    CachedRepository(Path cache, HubRepository repository) {
        String name = repository.kind().plural() + "--" + repository.id().replace("/", "--");
        folder = cache.resolve(name);
        locks = cache.resolve(".locks").resolve(name);
    }

    Path blob(Checksum checksum) {
        return folder.resolve("blobs").resolve(checksum.hex());
    }

    /**
     * Returns where a blob grows. Not {@code <checksum>.incomplete}: old versions of Python's client append to that
     * one, and its lock (flock) and Java's (fcntl) do not see each other on Linux.
     */
    Path partialBlob(Checksum checksum) {
        return folder.resolve("blobs").resolve(checksum.hex() + ".whatis.incomplete");
    }

    Path lockFile(Checksum checksum) {
        return locks.resolve(checksum.hex() + ".lock");
    }

    Path snapshot(String commit) {
        return folder.resolve("snapshots").resolve(commit);
    }

    /**
     * Finds the cached commit that a revision names, abbreviated or not, so that it can't ever mean another one. A branch
     * may be named like hexadecimal digits, too, but then the commit that it last meant doesn't begin with them.
     */
    Optional<String> pinned(String revision) throws IOException {
        if (!HubRepository.mayBeCommit(revision)) {
            return Optional.empty();
        }
        Optional<String> meant = readRef(revision);
        if (meant.isPresent()) {
            return meant.filter(commit -> commit.startsWith(revision));
        }
        List<String> candidates = commitsStartingWith(revision);
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** Finds the commit that a revision means or, for a branch or tag, meant when it was last asked for. */
    Optional<String> latest(String revision) throws IOException {
        Optional<String> pinned = pinned(revision);
        return pinned.isPresent() ? pinned : readRef(revision);
    }

    private Optional<String> readRef(String revision) throws IOException {
        Path ref = ref(revision);
        return Files.isRegularFile(ref)
                ? Optional.of(Files.readString(ref).strip()).filter(HubRepository::isCommit)
                : Optional.empty();
    }

    private List<String> commitsStartingWith(String prefix) throws IOException {
        Path snapshots = folder.resolve("snapshots");
        if (!Files.isDirectory(snapshots)) {
            return List.of();
        }
        try (Stream<Path> commits = Files.list(snapshots)) {
            return commits.map(commit -> commit.getFileName().toString())
                    .filter(commit -> HubRepository.isCommit(commit) && commit.startsWith(prefix))
                    .toList();
        }
    }

    /** Finds a file of a commit. */
    Optional<Path> file(String commit, String name) {
        return Optional.of(snapshot(commit).resolve(name)).filter(Files::isRegularFile);
    }

    /** Returns the names of all files that are cached of a commit. */
    List<String> files(String commit) throws IOException {
        Path snapshot = snapshot(commit);
        if (!Files.isDirectory(snapshot)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(snapshot)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> snapshot.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Finds the checksum of a file, which is the name of its blob; empty where the file itself lies in the snapshot. */
    Optional<Checksum> checksum(String commit, String name) throws IOException {
        Path entry = snapshot(commit).resolve(name);
        return Files.isSymbolicLink(entry)
                ? Checksum.ofEtag(Files.readSymbolicLink(entry).getFileName().toString())
                : Optional.empty();
    }

    /** Tells whether the hub is known not to have a file. */
    boolean lacks(String commit, String file) {
        return Files.isRegularFile(absent(commit, file));
    }

    /** Lets a snapshot show a blob under the name of a file. The caller holds the blob's lock. */
    void addToSnapshot(String commit, String file, Path blob) throws IOException {
        Path entry = snapshot(commit).resolve(file);
        if (Files.exists(entry)) {
            return;
        }
        Path parent = Objects.requireNonNull(entry.getParent(), "a snapshot is no root");
        Files.createDirectories(parent);
        Files.deleteIfExists(entry);
        try {
            Files.createSymbolicLink(entry, parent.relativize(blob));
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.exists(entry)) {
                return; // Python was faster
            }
            // Windows refuses links to most users. As in Python, the snapshot then holds the file itself.
            Files.move(blob, entry, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Lets a snapshot show a blob instead of the damaged file of that name. The caller holds the blob's lock. */
    void replaceInSnapshot(String commit, String file, Path blob) throws IOException {
        Files.deleteIfExists(snapshot(commit).resolve(file));
        addToSnapshot(commit, file, blob);
    }

    void addAbsent(String commit, String file) throws IOException {
        Path marker = absent(commit, file);
        Files.createDirectories(marker.getParent());
        Files.write(marker, new byte[0]);
    }

    /** Remembers the commit that a revision means. To be called last: Python takes a ref as a sign of a snapshot. */
    void setCommit(String revision, String commit) throws IOException {
        Path ref = ref(revision);
        if (revision.equals(commit)
                || (Files.isRegularFile(ref) && Files.readString(ref).equals(commit))) {
            return;
        }
        Files.createDirectories(ref.getParent());
        Path draft = ref.resolveSibling(ref.getFileName() + "." + UUID.randomUUID() + ".tmp");
        Files.writeString(draft, commit);
        Files.move(draft, ref, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path absent(String commit, String file) {
        return folder.resolve(".no_exist").resolve(commit).resolve(file);
    }

    private Path ref(String revision) {
        return folder.resolve("refs").resolve(revision);
    }
}
