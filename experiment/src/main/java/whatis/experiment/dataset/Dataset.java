package whatis.experiment.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Encoded images by row, all in memory. Safe for use by many threads.
 *
 * @param images one for each row; empty where a row has none
 */
public record Dataset(List<byte[]> images) {

    public Dataset {
        images = List.copyOf(images);
    }

    /**
     * Reads files, one after the other.
     *
     * @throws DatasetException if one of them isn't such a dataset
     */
    public static Dataset load(List<Path> files) throws IOException {
        List<byte[]> images = new ArrayList<>();
        for (Path file : files) {
            ParquetImages.read(file, images::add);
        }
        return new Dataset(images);
    }

    public boolean has(int row) {
        return row >= 0 && row < images.size();
    }

    /** Returns the image of a row that is there. */
    public byte[] image(int row) {
        return images.get(row);
    }
}
