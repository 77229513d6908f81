package whatis.experiment.spark;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import whatis.batch.input.FoundFile;
import whatis.batch.input.ImageRows;
import whatis.batch.input.ImageSource;
import whatis.batch.input.MissingImageException;
import whatis.batch.input.ParquetFile;
import whatis.batch.input.SourceImage;
import whatis.batch.storage.Storage;

/** Reads some of the images of Parquet files with the hub's schema. */
final class WantedImages {

    private static final byte[] NONE = {};

    private final Storage storage;

    WantedImages(Storage storage) {
        this.storage = storage;
    }

    /**
     * Returns encoded images by row; rows that the files don't have are missing, and a row without an image is empty.
     *
     * @param files Parquet files, whose rows are counted through
     */
    Map<Integer, byte[]> read(List<String> files, int[] rows) throws IOException {
        Set<Long> wanted = Arrays.stream(rows).asLongStream().boxed().collect(Collectors.toSet());
        Map<Integer, byte[]> images = new HashMap<>();
        long first = 0;
        for (String file : files) {
            long count = rows(file);
            try (ImageSource source = ImageRows.open(storage, file, null, 0, count)) {
                for (SourceImage image = source.next(); image != null; image = source.next()) {
                    if (wanted.contains(first)) {
                        images.put(Math.toIntExact(first), bytes(image));
                    }
                    first++;
                }
            }
        }
        return images;
    }

    private long rows(String file) throws IOException {
        Path path = storage.path(file);
        FileStatus status = storage.of(path).getFileStatus(path);
        FoundFile found = new FoundFile(path.toString(), status.getLen(), status.getModificationTime());
        return ParquetFile.read(storage, found, null).groups().stream()
                .mapToLong(ParquetFile.Group::rows)
                .sum();
    }

    private static byte[] bytes(SourceImage image) throws IOException {
        try {
            return image.content().read();
        } catch (MissingImageException e) {
            return NONE;
        }
    }
}
