package whatis.batch.storage;

import java.io.Closeable;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A file that is written under another name and appears as a whole, once it is committed. Closing one that isn't deletes what was
 * written. For one thread.
 */
public final class NewFile implements OutputFile, Closeable {

    /** What the folder for such files is called. */
    static final String FOLDER = "_unfinished";

    private static final int BUFFER = 1 << 16;

    private static final Pattern UNFINISHED = Pattern.compile(".+-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final FileSystem files;
    private final Path target;
    private final Path unfinished;
    private boolean committed;

    /**
     * @param unfinished a folder for what isn't finished, on the same file system; it need not be there
     * @param target what the file is to be called
     */
    public NewFile(Storage storage, Path unfinished, Path target) throws IOException {
        this.files = storage.of(target);
        this.target = target;
        this.unfinished = new Path(unfinished, target.getName() + "-" + UUID.randomUUID());
    }

    /** Tells whether a file is one that is being written, or that was when a process was killed. */
    public static boolean isUnfinished(Path file) {
        return file.getParent() != null
                && file.getParent().getName().equals(FOLDER)
                && UNFINISHED.matcher(file.getName()).matches();
    }

    /** Opens the file for writing. When it is closed its content is on the disk, where the file system can promise that. */
    public FSDataOutputStream create() throws IOException {
        // Without permissions, for which Hadoop would start a process on local disks, for each file.
        FSDataOutputStream created = files.create(
                unfinished,
                false,
                BUFFER,
                files.getDefaultReplication(unfinished),
                files.getDefaultBlockSize(unfinished),
                null);
        return new FSDataOutputStream(created, null) {
            @Override
            public void close() throws IOException {
                if (hasCapability(StreamCapabilities.HSYNC)) {
                    hsync();
                }
                super.close();
            }
        };
    }

    /**
     * Gives the closed file its name. If there is a file of this name already, one of the two stays.
     *
     * @throws IOException if the name can't be given
     */
    public void commit() throws IOException {
        if (files.rename(unfinished, target)) {
            committed = true;
        } else if (!files.exists(target)) {
            throw new IOException(unfinished + " can't be renamed to " + target);
        }
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            files.delete(unfinished, false);
        }
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        return HadoopStreams.wrap(create());
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public String getPath() {
        return unfinished.toString();
    }
}
