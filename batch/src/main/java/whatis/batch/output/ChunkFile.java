package whatis.batch.output;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import whatis.batch.storage.NewFile;

/** A chunk's answers while they are written. What isn't committed is gone once it is closed. For one thread. */
public final class ChunkFile implements Closeable {

    private final NewFile file;
    private final AnswerWriter rows;
    private long images;
    private long errors;
    private boolean open = true;

    private ChunkFile(NewFile file, AnswerWriter rows) {
        this.file = file;
        this.rows = rows;
    }

    static ChunkFile create(NewFile file, Configuration configuration, OutputFormat format, Origin origin)
            throws IOException {
        return new ChunkFile(
                file,
                format == OutputFormat.PARQUET
                        ? parquet(file, configuration, origin)
                        : new JsonAnswers(file.create(), origin));
    }

    private static AnswerWriter parquet(NewFile file, Configuration configuration, Origin origin) throws IOException {
        ParquetWriter<AnswerRow> writer = new ParquetAnswers.Builder(file, origin)
                .withConf(configuration)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build();
        return new AnswerWriter() {
            @Override
            public void write(AnswerRow row) throws IOException {
                writer.write(row);
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    public void write(AnswerRow row) throws IOException {
        rows.write(row);
        images++;
        errors += row.error() == null ? 0 : 1;
    }

    /** Lets the file appear, with all that was written. */
    public ChunkCounts commit() throws IOException {
        open = false;
        rows.close();
        file.commit();
        return new ChunkCounts(images, errors);
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
