package whatis.batch;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads single images from Parquet files with the hub's schema. */
final class ImageRows {

    private static final byte[] NONE = {};

    private final SparkSession spark;

    ImageRows(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * Returns encoded images by row; rows that the files don't have are missing, and a row without an image is empty.
     *
     * @param files Parquet files, whose rows are counted through
     */
    Map<Integer, byte[]> read(List<String> files, int[] rows) {
        Map<Integer, byte[]> images = new HashMap<>();
        long first = 0;
        for (String file : files) {
            Dataset<Row> table = spark.read().parquet(file);
            long offset = first;
            Object[] wanted = Arrays.stream(rows)
                    .mapToObj(row -> row - offset)
                    .filter(row -> row >= 0)
                    .toArray();
            table.select(
                            col("_metadata.row_index").as("row"),
                            col("image.bytes").as("bytes"))
                    .filter(col("row").isin(wanted))
                    .collectAsList()
                    .forEach(row -> images.put((int) (row.getLong(0) + offset), row.isNullAt(1) ? NONE : row.getAs(1)));
            // The last one's count is of no use.
            first += file.equals(files.get(files.size() - 1)) ? 0 : table.count();
        }
        return images;
    }
}
