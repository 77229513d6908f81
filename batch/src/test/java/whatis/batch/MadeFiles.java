package whatis.batch;

import java.io.FileNotFoundException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A file system with a thousand folders of a thousand files, which have names and sizes but no content. */
public final class MadeFiles extends FileSystem {

    /** The scheme of its paths. */
    static final String SCHEME = "made";

    private static final int THOUSAND = 1_000;
    private static final long MODIFIED = 1_700_000_000_000L;

    private static Path named(Path folder, String prefix, int number) {
        return new Path(folder, prefix + "-%06d".formatted(number));
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":/");
    }

    @Override
    public FileStatus getFileStatus(Path path) throws FileNotFoundException {
        Path absolute = path.makeQualified(getUri(), new Path("/"));
        return switch (absolute.depth()) {
            case 0, 1 -> new FileStatus(0, true, 1, 1, MODIFIED, absolute);
            case 2 -> new FileStatus(67, false, 1, 1, MODIFIED, absolute);
            default -> throw new FileNotFoundException(path.toString());
        };
    }

    @Override
    public FileStatus[] listStatus(Path path) throws FileNotFoundException {
        FileStatus[] entries = new FileStatus[THOUSAND];
        for (int i = 0; i < THOUSAND; i++) {
            entries[i] = getFileStatus(named(path, path.isRoot() ? "a folder with pictures" : "photograph", i));
        }
        return entries;
    }

    @Override
    public Path getWorkingDirectory() {
        return new Path(getUri());
    }

    @Override
    public void setWorkingDirectory(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean rename(Path from, Path to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(Path path, boolean recursive) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) {
        throw new UnsupportedOperationException();
    }
}
