package whatis.batch.plan;

import java.util.List;
import whatis.batch.input.FoundFile;

/**
 * What one task does: some files that are images, or some rows of one Parquet file.
 *
 * @param files at least one; only one if it is a Parquet file
 * @param from the first row, counted from 0; 0 for files
 * @param to the row after the last one; the number of files for files
 */
public record Chunk(List<FoundFile> files, long from, long to) {

    static Chunk ofFiles(List<FoundFile> files) {
        return new Chunk(List.copyOf(files), 0, files.size());
    }

    static Chunk ofRows(FoundFile file, long from, long to) {
        return new Chunk(List.of(file), from, to);
    }

    public boolean isOfRows() {
        return files.get(0).isParquet();
    }

    int images() {
        return Math.toIntExact(to - from);
    }
}
