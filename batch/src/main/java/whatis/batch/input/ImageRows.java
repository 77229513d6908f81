package whatis.batch.input;

import java.io.EOFException;
import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.jspecify.annotations.Nullable;
import whatis.batch.storage.Storage;
import whatis.batch.storage.StoredFile;

/**
 * Rows of a Parquet file that have an image each. Where a part of the file can't be decoded, its rows are images that can't be
 * read: their number is known.
 */
public final class ImageRows implements ImageSource {

    private final String file;
    private final ParquetFileReader reader;
    private final ImageColumn column;
    private final long to;
    private long row;
    private int group = -1;
    /** The first row after those of the group. */
    private long groupEnd;
    /** The values of the group from the row on; null if they can't be decoded. */
    private @Nullable ColumnReader values;

    private ImageRows(String file, ParquetFileReader reader, ImageColumn column, long from, long to) {
        this.file = file;
        this.reader = reader;
        this.column = column;
        this.row = from;
        this.to = to;
    }

    /**
     * Opens a file.
     *
     * @param named the column, as {@code --column} names it; null for the usual ones
     * @param from the first row, counted from 0
     * @param to the row after the last one
     */
    public static ImageRows open(Storage storage, String file, @Nullable String named, long from, long to)
            throws IOException {
        ParquetFileReader reader = ParquetFileReader.open(StoredFile.at(storage, new Path(file)));
        try {
            ImageColumn column = ImageColumn.find(reader.getFileMetaData().getSchema(), named, file);
            reader.setRequestedSchema(column.schema());
            return new ImageRows(file, reader, column, from, to);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public @Nullable SourceImage next() throws IOException {
        if (row >= to) {
            return null;
        }
        while (row >= groupEnd) {
            openNextGroup();
        }
        byte[] bytes = null;
        if (values != null) {
            try {
                bytes = value(values);
            } catch (RuntimeException e) {
                values = null;
            }
        }
        long number = row++;
        return values == null
                ? SourceImage.missing(file, number, "row-damaged", "The part of the file that has this row is damaged.")
                : SourceImage.inRow(file, number, bytes);
    }

    private byte @Nullable [] value(ColumnReader column) {
        boolean present =
                column.getCurrentDefinitionLevel() == column.getDescriptor().getMaxDefinitionLevel();
        byte[] bytes = present ? column.getBinary().getBytes() : null;
        // The last one's successor would be read from another page, which may be damaged.
        if (row + 1 < Math.min(to, groupEnd)) {
            column.consume();
        }
        return bytes;
    }

    private void openNextGroup() throws IOException {
        group++;
        BlockMetaData metadata = reader.getRowGroups().get(group);
        long begin = groupEnd;
        groupEnd += metadata.getRowCount();
        if (row < groupEnd) {
            values = null;
            try {
                values = ColumnPages.read(reader, group, column, row - begin, Math.min(to, groupEnd) - begin);
            } catch (RuntimeException | EOFException e) {
                // Its rows are told to be damaged.
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
