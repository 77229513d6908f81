package whatis.batch.input;

import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import whatis.batch.storage.NewFile;
import whatis.batch.storage.Storage;

/**
 * Visits the files below a folder that match a pattern, each folder's in the order of their names. Only one folder of each level is in
 * memory. Names that Hadoop takes for hidden are names like others.
 */
final class FolderWalk {

    private final FileSystem files;
    private final PathPattern pattern;
    private final FileSink sink;
    private final boolean local;
    /** The local folders that are being visited, without links on their ways. */
    private final Set<String> above = new HashSet<>();

    private long passedOver;

    FolderWalk(Storage storage, Path folder, PathPattern pattern, FileSink sink) throws IOException {
        this.files = storage.of(folder);
        this.pattern = pattern;
        this.sink = sink;
        this.local = files.getUri().getScheme().equals("file");
    }

    /** @return how many files were passed over, as Hadoop writes them beside its results */
    long visit(Path folder) throws IOException {
        visit(folder, pattern.start());
        return passedOver;
    }

    private void visit(Path folder, Set<Integer> positions) throws IOException {
        String way = local ? new File(folder.toUri()).getCanonicalPath() : folder.toString();
        if (!above.add(way)) {
            throw new InputException(
                    folder + " is a link to a folder above it: take it away, or name the folders to read.");
        }
        visitEntries(folder, positions);
        above.remove(way);
    }

    private void visitEntries(Path folder, Set<Integer> positions) throws IOException {
        for (Map.Entry<String, @Nullable FileStatus> entry : entries(folder).entrySet()) {
            Set<Integer> next = pattern.step(positions, entry.getKey());
            if (next.isEmpty()) {
                continue;
            }
            boolean matches = pattern.matches(next);
            FileStatus status = entry.getValue();
            if (status == null) {
                if (matches) {
                    sink.accept(FoundFile.missing(new Path(folder, new Path(null, null, entry.getKey()))));
                }
            } else if (status.isDirectory()) {
                visit(status.getPath(), next);
            } else if (matches) {
                accept(status);
            }
        }
    }

    private void accept(FileStatus status) throws IOException {
        if (NewFile.isUnfinished(status.getPath())) {
            throw new InputException(status.getPath().getParent().getParent()
                    + " is still being written, or what wrote it was ended: let it be finished, or take it away.");
        }
        if (isOfHadoop(status.getPath().getName())) {
            passedOver++;
        } else {
            sink.accept(FoundFile.of(status));
        }
    }

    private static boolean isOfHadoop(String name) {
        return name.equals("_SUCCESS")
                || name.equals("_metadata")
                || name.equals("_common_metadata")
                || (name.startsWith(".") && name.endsWith(".crc"));
    }

    /** Returns what is in a folder by name; null for a name that leads nowhere. */
    private Map<String, @Nullable FileStatus> entries(Path folder) throws IOException {
        Map<String, @Nullable FileStatus> entries = new TreeMap<>();
        if (local) {
            // Hadoop leaves out links to nowhere, and names that aren't in the character set of the locale.
            String[] names = new File(folder.toUri()).list();
            for (String name : names == null ? new String[0] : names) {
                entries.put(name, null);
            }
        }
        for (FileStatus status : files.listStatus(folder)) {
            entries.put(status.getPath().getName(), status);
        }
        return entries;
    }
}
