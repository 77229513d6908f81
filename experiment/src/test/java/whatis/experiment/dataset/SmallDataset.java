package whatis.experiment.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** Parquet files with the first of the drawn images, for tests. */
public final class SmallDataset {

    private SmallDataset() {}

    public static Path write(Path folder, int rows) throws IOException {
        Path file = folder.resolve("small.parquet");
        ParquetImages.write(file, rows, DrawnImages::image, DrawnImages::label);
        return file;
    }

    /** Writes one whose row in the middle is no image. */
    public static Path writeWithBrokenRow(Path folder, int rows) throws IOException {
        Path file = folder.resolve("broken.parquet");
        ParquetImages.write(
                file, rows, row -> row == rows / 2 ? new byte[] {1, 2, 3} : DrawnImages.image(row), DrawnImages::label);
        return file;
    }
}
