package whatis.batch.storage;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file that is there, as Parquet's readers take it.
 *
 * @param bytes its size
 */
public record StoredFile(Storage storage, Path path, long bytes) implements InputFile {

    /** Asks how large a file is. */
    public static StoredFile at(Storage storage, Path path) throws IOException {
        return new StoredFile(
                storage, path, storage.of(path).getFileStatus(path).getLen());
    }

    @Override
    public long getLength() {
        return bytes;
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        return HadoopStreams.wrap(storage.of(path).open(path));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
