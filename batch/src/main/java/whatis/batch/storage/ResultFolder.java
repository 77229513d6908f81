package whatis.batch.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A folder whose files appear one by one, each of them whole, and at the end the mark that all of them are there. Safe for use by many
 * threads and processes.
 */
public record ResultFolder(Storage storage, Path path) {

    private static final String FINISHED = "_SUCCESS";

    /** Returns the folder for what is being written. */
    public Path unfinished() {
        return file(NewFile.FOLDER);
    }

    /** Returns where the file of a name is, or is to be. */
    public Path file(String name) {
        return new Path(path, name);
    }

    /** Tells whether there is a file in the folder's place. */
    public boolean isFile() throws IOException {
        return storage.status(path).filter(FileStatus::isFile).isPresent();
    }

    /** Returns the names in the folder but for the folder of what is being written; none if there is no such folder. */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        Optional<FileStatus> found = storage.status(path);
        if (found.isPresent()) {
            RemoteIterator<FileStatus> entries = files().listStatusIterator(path);
            while (entries.hasNext()) {
                names.add(entries.next().getPath().getName());
            }
            names.remove(NewFile.FOLDER);
        }
        return names;
    }

    /**
     * Makes the folder, if need be, and takes away what was being written when an earlier run ended.
     *
     * @throws UnwritableFolderException if nothing can be written there
     */
    public void prepare() throws IOException {
        try {
            clear();
            if (!files().mkdirs(unfinished())) {
                throw new IOException("no folder can be made there");
            }
            try (NewFile trial = create("trial")) {
                trial.create().close();
            }
        } catch (IOException e) {
            throw new UnwritableFolderException(path, e);
        }
    }

    /** Begins a file. */
    public NewFile create(String name) throws IOException {
        return new NewFile(storage, unfinished(), file(name));
    }

    /** Leaves the mark that all files are there. */
    public void finish() throws IOException {
        clear();
        files().create(file(FINISHED), true).close();
    }

    /**
     * Deletes results, and the folder if nothing else is in it.
     *
     * @param own tells by their names which files are results
     */
    public void delete(Predicate<String> own) throws IOException {
        // The mark first: what is half gone must not look finished.
        files().delete(file(FINISHED), false);
        clear();
        // Then results before the plan, by which they are known to be results.
        for (String name :
                names().stream().filter(own).sorted(Comparator.reverseOrder()).toList()) {
            files().delete(file(name), false);
        }
        deleteIfEmpty(path);
    }

    /** Deletes what is being written, but nothing that only happens to be in a folder of this name. */
    private void clear() throws IOException {
        if (storage.status(unfinished()).isEmpty()) {
            return;
        }
        for (FileStatus file : files().listStatus(unfinished())) {
            if (NewFile.isUnfinished(file.getPath())) {
                files().delete(file.getPath(), false);
            }
        }
        deleteIfEmpty(unfinished());
    }

    private void deleteIfEmpty(Path folder) throws IOException {
        if (storage.status(folder).isPresent() && files().listStatus(folder).length == 0) {
            files().delete(folder, false);
        }
    }

    /** Tells whether a name is that of the mark. */
    public static boolean isMark(String name) {
        return name.equals(FINISHED);
    }

    private FileSystem files() throws IOException {
        return storage.of(path);
    }
}
