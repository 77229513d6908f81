package whatis.batch.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whatis.batch.input.FileSink;
import whatis.batch.input.FoundFile;
import whatis.batch.input.InputException;
import whatis.batch.input.ParquetFile;
import whatis.batch.storage.Storage;

/**
 * Cuts files into chunks, as they are listed. A chunk is what a killed task loses, and what two machines share evenly: minutes of work of
 * one core.
 */
final class Chunks implements FileSink {

    static final int MOST_IMAGES = 500;
    static final long MOST_BYTES = 128L << 20;

    private final Storage storage;
    private final @Nullable String column;
    private final ChunkSink sink;
    private final List<FoundFile> files = new ArrayList<>();
    private long bytes;

    /** @param column where Parquet files have their images; null for the usual ones */
    Chunks(Storage storage, @Nullable String column, ChunkSink sink) {
        this.storage = storage;
        this.column = column;
        this.sink = sink;
    }

    @Override
    public void accept(FoundFile file) throws IOException {
        if (file.isParquet()) {
            finish();
            cut(file);
            return;
        }
        if (files.size() == MOST_IMAGES || (!files.isEmpty() && bytes + file.bytes() > MOST_BYTES)) {
            finish();
        }
        files.add(file);
        bytes += Math.max(0, file.bytes());
    }

    /** Makes a chunk of the files that are left. */
    void finish() throws IOException {
        if (!files.isEmpty()) {
            sink.accept(Chunk.ofFiles(files));
            files.clear();
            bytes = 0;
        }
    }

    private void cut(FoundFile file) throws IOException {
        if (file.bytes() == FoundFile.MISSING) {
            throw new InputException(file.path() + " isn't there, or can't be read: take it off the list.");
        }
        long from = 0;
        long end = 0;
        long taken = 0;
        for (ParquetFile.Group group : ParquetFile.read(storage, file, column).groups()) {
            // Small row groups are joined, so that a file of many has few chunks.
            if (end > from && (end - from + group.rows() > MOST_IMAGES || taken + group.bytes() > MOST_BYTES)) {
                cut(file, from, end, taken);
                from = end;
                taken = 0;
            }
            end += group.rows();
            taken += group.bytes();
        }
        cut(file, from, end, taken);
    }

    /** Cuts rows into parts of the same size, none of which is too large. */
    private void cut(FoundFile file, long from, long to, long bytes) throws IOException {
        long rows = to - from;
        long parts =
                Math.max((rows + MOST_IMAGES - 1) / MOST_IMAGES, Math.min(rows, (bytes + MOST_BYTES - 1) / MOST_BYTES));
        for (long part = 0; part < parts; part++) {
            sink.accept(Chunk.ofRows(file, from + rows * part / parts, from + rows * (part + 1) / parts));
        }
    }
}
