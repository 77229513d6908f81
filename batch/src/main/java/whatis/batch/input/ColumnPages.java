package whatis.batch.input;

import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Reads as few of a column's pages as a range of rows takes: those that it is in, where the file says where pages begin, else all. */
final class ColumnPages {

    private ColumnPages() {}

    /**
     * Returns a reader that is at the first of the rows.
     *
     * @param from the first row within the group
     * @param to the row after the last one within the group, more than {@code from}
     */
    static ColumnReader read(ParquetFileReader reader, int group, ImageColumn column, long from, long to)
            throws IOException {
        BlockMetaData metadata = reader.getRowGroups().get(group);
        ColumnChunkMetaData chunk = metadata.getColumns().stream()
                .filter(candidate -> candidate.getPath().equals(column.path()))
                .findFirst()
                .orElseThrow();
        OffsetIndex pages = reader.readOffsetIndex(chunk);
        long first = 0;
        PageReadStore store;
        if (pages == null) {
            store = reader.readRowGroup(group);
        } else {
            long rows = metadata.getRowCount();
            int[] needed = IntStream.range(0, pages.getPageCount())
                    .filter(page -> pages.getFirstRowIndex(page) < to && pages.getLastRowIndex(page, rows) >= from)
                    .toArray();
            first = pages.getFirstRowIndex(needed[0]);
            store = reader.readFilteredRowGroup(
                    group, RowRanges.create(rows, IntStream.of(needed).iterator(), pages));
        }
        ColumnReader values = new ColumnReadStoreImpl(
                        store,
                        new Ignored(),
                        column.schema(),
                        reader.getFileMetaData().getCreatedBy())
                .getColumnReader(column.descriptor());
        for (long row = first; row < from; row++) {
            if (values.getCurrentDefinitionLevel() == column.descriptor().getMaxDefinitionLevel()) {
                values.skip();
            }
            values.consume();
        }
        return values;
    }

    /** Takes nothing: values are read from the column's reader itself, which yet wants to know where they go. */
    private static final class Ignored extends GroupConverter {

        @Override
        public Converter getConverter(int field) {
            return this;
        }

        @Override
        public PrimitiveConverter asPrimitiveConverter() {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {
            // Nobody calls it.
        }

        @Override
        public void end() {
            // Nobody calls it.
        }
    }
}
