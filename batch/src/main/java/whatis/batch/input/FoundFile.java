package whatis.batch.input;

import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A file of the input, as the listing found it.
 *
 * @param path with the scheme of its file system
 * @param bytes its size; {@link #MISSING} if it was named but can't be found
 * @param modified when it was changed, in milliseconds since 1970
 */
public record FoundFile(String path, long bytes, long modified) {

    /** The size of what isn't there. */
    public static final long MISSING = -1;

    static FoundFile of(FileStatus status) {
        return new FoundFile(status.getPath().toString(), status.getLen(), status.getModificationTime());
    }

    static FoundFile missing(Path path) {
        return new FoundFile(path.toString(), MISSING, 0);
    }

    /** Tells by the name whether it has rows instead of being an image. */
    public boolean isParquet() {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".parquet") || name.endsWith(".parq") || name.endsWith(".pq");
    }
}
