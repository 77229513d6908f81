package whatis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;

/** Writes Parquet files with the hub's schema. */
public final class ImageTable {

    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType(
            "message images { optional group image { optional binary bytes; optional binary path (UTF8); }"
                    + " optional int64 label; }");

    private ImageTable() {}

    /**
     * Writes a file.
     *
     * @param images one a row; null for a row without an image
     * @param rowsOfAGroup how many rows a row group has
     * @param rowsOfAPage how many rows a page has
     */
    public static void write(Path file, List<byte @Nullable []> images, int rowsOfAGroup, int rowsOfAPage)
            throws IOException {
        SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(SCHEMA)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withDictionaryEncoding(false)
                .withRowGroupRowCountLimit(rowsOfAGroup)
                .withPageRowCountLimit(rowsOfAPage)
                .build()) {
            long label = 0;
            for (byte[] image : images) {
                Group row = groups.newGroup();
                if (image != null) {
                    row.addGroup("image").append("bytes", Binary.fromConstantByteArray(image));
                }
                writer.write(row.append("label", label++));
            }
        }
    }
}
