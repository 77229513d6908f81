package whatis.batch.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The file systems that Hadoop's configuration knows. On local disks it neither reads nor writes Hadoop's checksum files, as
 * a file and its checksums can't be renamed in one step. Safe for use by many threads.
 */
public record Storage(Configuration configuration) {

    /** @throws IOException if there is no such file system, or it can't be reached */
    public FileSystem of(Path path) throws IOException {
        FileSystem found = path.getFileSystem(configuration);
        return found instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : found;
    }

    /**
     * Returns where a user's words lead, with the scheme of its file system.
     *
     * @throws IllegalArgumentException if it can't be a path
     */
    public Path path(String named) throws IOException {
        Path path = new Path(named);
        return of(path).makeQualified(path);
    }

    /** Returns nothing if there is no such file or folder. */
    public Optional<FileStatus> status(Path path) throws IOException {
        try {
            return Optional.of(of(path).getFileStatus(path));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }
}
