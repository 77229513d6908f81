package whatis.batch.input;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.jspecify.annotations.Nullable;
import whatis.batch.storage.Storage;
import whatis.batch.storage.StoredFile;

/**
 * What a Parquet file's footer tells of its images.
 *
 * @param groups its row groups, in their order
 */
public record ParquetFile(List<Group> groups) {

    /**
     * A row group.
     *
     * @param rows how many it has
     * @param bytes what the images of all its rows take in the file
     */
    public record Group(long rows, long bytes) {}

    /**
     * Reads a footer.
     *
     * @param column as {@code --column} names it; null for the usual ones
     * @throws InputException if it is no such file, or has no such column
     */
    public static ParquetFile read(Storage storage, FoundFile file, @Nullable String column) throws IOException {
        StoredFile stored = new StoredFile(storage, new Path(file.path()), file.bytes());
        try (ParquetFileReader reader = ParquetFileReader.open(stored)) {
            ImageColumn images = ImageColumn.find(reader.getFileMetaData().getSchema(), column, file.path());
            return new ParquetFile(reader.getRowGroups().stream()
                    .map(group -> new Group(group.getRowCount(), bytes(group, images)))
                    .toList());
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InputException(file.path() + " is cut short, damaged or no Parquet file (" + e.getMessage()
                    + "): mend it or take it away.");
        }
    }

    private static long bytes(BlockMetaData group, ImageColumn images) {
        return group.getColumns().stream()
                .filter(column -> column.getPath().equals(images.path()))
                .mapToLong(column -> column.getTotalSize())
                .sum();
    }
}
