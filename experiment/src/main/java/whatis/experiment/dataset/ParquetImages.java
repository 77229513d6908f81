package whatis.experiment.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Reads and writes images in Parquet files with the hub's schema, {@code image struct<bytes, path>, label}. */
final class ParquetImages {

    private static final String IMAGE = "image";
    private static final String BYTES = "bytes";
    private static final String LABEL = "label";
    private static final MessageType ONLY_BYTES =
            MessageTypeParser.parseMessageType("message images { optional group image { optional binary bytes; } }");
    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType(
            "message images { optional group image { optional binary bytes; optional binary path (UTF8); }"
                    + " optional int64 label; }");
    private static final byte[] NONE = {};

    private ParquetImages() {}

    /**
     * Reads all rows of a file; a row without an image is an empty one.
     *
     * @throws DatasetException if it isn't such a file
     */
    static void read(Path file, Consumer<byte[]> image) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw DatasetException.because("There is no file " + file + ".");
        }
        try (ParquetReader<Group> rows = new ImageReader(file).build()) {
            for (Group row = rows.read(); row != null; row = rows.read()) {
                image.accept(bytes(row));
            }
        } catch (ParquetRuntimeException | ClassCastException | UnsupportedOperationException e) {
            throw unreadable(file, e);
        } catch (RuntimeException e) {
            if (e.getMessage() != null && e.getMessage().contains("is not a Parquet file")) {
                throw unreadable(file, e);
            }
            throw e;
        }
    }

    private static DatasetException unreadable(Path file, RuntimeException cause) {
        DatasetException problem = DatasetException.because(
                file + " is damaged, or not a Parquet file with images: it takes a column image struct<bytes, path>.");
        problem.initCause(cause);
        return problem;
    }

    private static byte[] bytes(Group row) {
        if (row.getFieldRepetitionCount(IMAGE) == 0) {
            return NONE;
        }
        Group image = row.getGroup(IMAGE, 0);
        return image.getFieldRepetitionCount(BYTES) == 0
                ? NONE
                : image.getBinary(BYTES, 0).getBytes();
    }

    /**
     * Writes images, row by row.
     *
     * @param image returns the encoded image of a row
     * @param label returns its label's number
     */
    static void write(Path file, int rows, IntFunction<byte[]> image, IntFunction<Integer> label) throws IOException {
        SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(SCHEMA)
                .build()) {
            for (int row = 0; row < rows; row++) {
                Group group = groups.newGroup();
                group.addGroup(IMAGE).append(BYTES, Binary.fromConstantByteArray(image.apply(row)));
                writer.write(group.append(LABEL, label.apply(row).longValue()));
            }
        }
    }

    private static final class ImageReader extends ParquetReader.Builder<Group> {

        ImageReader(Path file) {
            super(new LocalInputFile(file), new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new OnlyBytes();
        }
    }

    /** Leaves out all other columns. The setting for that takes more of Hadoop than is there. */
    private static final class OnlyBytes extends GroupReadSupport {

        @Override
        public ReadContext init(InitContext context) {
            return new ReadContext(ONLY_BYTES);
        }
    }
}
