package whatis.batch.pack;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;

/** How images become a Parquet file as the hub has them. */
final class PackedRows extends WriteSupport<PackedImage> {

    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType("""
            message images {
              optional group image {
                optional binary bytes;
                optional binary path (STRING);
              }
            }
            """);

    /** Tells Hugging Face's datasets that the column has images, and not structures of bytes and texts. */
    private static final Map<String, String> FEATURES =
            Map.of("huggingface", "{\"info\": {\"features\": {\"image\": {\"_type\": \"Image\"}}}}");

    private static final String BYTES = "image.bytes";

    /** What the writer holds in memory, and so do readers that take a row group as a whole. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    /** What is read for a single row, if that is smaller. */
    private static final int PAGE_BYTES = 1 << 20;

    private @Nullable RecordConsumer out;

    private PackedRows() {}

    /** Opens a file for writing. */
    static ParquetWriter<PackedImage> write(OutputFile file, Configuration configuration) throws IOException {
        return new Builder(file)
                .withConf(configuration)
                // Images are compressed already, and each is another.
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withDictionaryEncoding(false)
                .withStatisticsEnabled(BYTES, false)
                .withSizeStatisticsEnabled(BYTES, false)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withPageSize(PAGE_BYTES)
                // Sizes of images differ too much to foresee after how many rows a page or a row group is full.
                .withMinRowCountForPageSizeCheck(1)
                .withMaxRowCountForPageSizeCheck(1)
                .build();
    }

    private static final class Builder extends ParquetWriter.Builder<PackedImage, Builder> {

        Builder(OutputFile file) {
            super(file);
        }

        @Override
        protected Builder self() {
            return this;
        }

        // Deprecated, but abstract.
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<PackedImage> getWriteSupport(Configuration configuration) {
            return new PackedRows();
        }
    }

    // Deprecated, but abstract.
    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
        return new WriteContext(SCHEMA, FEATURES);
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(PackedImage image) {
        RecordConsumer consumer = Objects.requireNonNull(out, "prepareForWrite comes first");
        consumer.startMessage();
        consumer.startField("image", 0);
        consumer.startGroup();
        binary(consumer, 0, "bytes", Binary.fromConstantByteArray(image.bytes()));
        binary(consumer, 1, "path", Binary.fromString(image.path()));
        consumer.endGroup();
        consumer.endField("image", 0);
        consumer.endMessage();
    }

    private static void binary(RecordConsumer consumer, int index, String name, Binary value) {
        consumer.startField(name, index);
        consumer.addBinary(value);
        consumer.endField(name, index);
    }
}
