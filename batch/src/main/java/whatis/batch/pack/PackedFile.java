package whatis.batch.pack;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import whatis.batch.storage.NewFile;

/** A Parquet file while it is written. What isn't committed is gone once it is closed. For one thread. */
final class PackedFile implements Closeable {

    private final NewFile file;
    private final ParquetWriter<PackedImage> rows;
    private boolean open = true;

    PackedFile(NewFile file, Configuration configuration) throws IOException {
        this.file = file;
        this.rows = PackedRows.write(file, configuration);
    }

    void write(PackedImage image) throws IOException {
        rows.write(image);
    }

    /** Returns how many bytes the file has so far, those included that are still in memory. */
    long bytes() {
        return rows.getDataSize();
    }

    /** Lets the file appear, with all that was written. */
    void commit() throws IOException {
        open = false;
        rows.close();
        file.commit();
    }

    @Override
    public void close() throws IOException {
        try {
            if (open) {
                open = false;
                rows.close();
            }
        } finally {
            file.close();
        }
    }
}
