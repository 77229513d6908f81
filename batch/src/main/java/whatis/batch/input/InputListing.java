package whatis.batch.input;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import whatis.batch.storage.Storage;

/**
 * Lists what a user named as the input: a folder with all that is in it, a glob, a manifest, or a single file. A file or folder that is
 * there isn't taken for a glob, whatever its name is.
 */
public final class InputListing {

    private final Storage storage;
    private final String named;

    public InputListing(Storage storage, String named) {
        this.storage = storage;
        this.named = named;
    }

    /**
     * Lists all files in the order of their paths, or of the manifest. A second listing tells the same, if nothing has changed.
     *
     * @return how many files were passed over, as Hadoop writes them beside its results
     * @throws InputException if there is no such input
     * @throws IOException if a folder can't be read
     */
    public long list(FileSink sink) throws IOException {
        Path path = path(named);
        Optional<FileStatus> found = storage.status(path);
        if (found.isEmpty()) {
            return match(sink);
        }
        if (found.get().isDirectory()) {
            return new FolderWalk(storage, path, PathPattern.allIn(named), sink).visit(path);
        }
        if (Manifest.isOne(path)) {
            new Manifest(storage, path).list(sink);
        } else {
            sink.accept(FoundFile.of(found.get()));
        }
        return 0;
    }

    /**
     * Tells whether a folder is in the input, so that a later listing would find what is in it.
     *
     * @throws InputException if there is no such input
     */
    public boolean contains(Path folder) throws IOException {
        Path top = path(named);
        if (storage.status(top).isEmpty()) {
            top = path(pattern().folder());
        }
        for (Path above = folder; above != null; above = above.getParent()) {
            if (above.equals(top)) {
                return true;
            }
        }
        return false;
    }

    private long match(FileSink sink) throws IOException {
        PathPattern pattern = pattern();
        Path folder = path(pattern.folder());
        if (storage.status(folder).filter(FileStatus::isDirectory).isEmpty()) {
            throw new InputException(
                    "There is no folder " + folder + " for the glob " + named + ": correct the input.");
        }
        return new FolderWalk(storage, folder, pattern, sink).visit(folder);
    }

    private PathPattern pattern() {
        if (!PathPattern.isOne(named)) {
            throw new InputException("There is no file or folder " + named + ": correct the input.");
        }
        try {
            return PathPattern.parse(named);
        } catch (IllegalArgumentException e) {
            throw new InputException("The input " + named + " can't be read as a glob. " + e.getMessage());
        }
    }

    private Path path(String location) throws IOException {
        try {
            return storage.path(location);
        } catch (IllegalArgumentException e) {
            throw new InputException("The input \"" + location + "\" can't be a path: " + e.getMessage());
        }
    }
}
