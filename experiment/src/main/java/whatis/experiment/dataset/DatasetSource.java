package whatis.experiment.dataset;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whatis.classification.hub.HubSettings;

/** Finds the files of a dataset. */
public final class DatasetSource {

    /** What the lab works with. */
    public static final String DEFAULT = "Maysee/tiny-imagenet";

    private static final List<String> OTHER_SPLITS = List.of("valid", "test");

    private final Map<String, String> environment;
    private final PrintWriter err;

    /** @param err where notices and the progress of downloads go */
    public DatasetSource(Map<String, String> environment, PrintWriter err) {
        this.environment = environment;
        this.err = err;
    }

    /**
     * Returns the files of a dataset, in their order.
     *
     * @param named a Parquet file, a folder of such, or a hub id; null for the default
     * @param split {@code train} or {@code valid}; a single file is what it is
     * @param scratch a folder for what is drawn because the default can't be had
     * @throws DatasetException if it can't be had
     */
    public List<Path> find(@Nullable String named, String split, Path scratch) throws IOException {
        if (named == null) {
            try {
                return hub().get(DEFAULT, split);
            } catch (DatasetException e) {
                if (!e.hubDown()) {
                    throw e;
                }
                return List.of(drawn(scratch, e));
            }
        }
        Path path = Path.of(named);
        if (Files.isDirectory(path)) {
            return ofSplit(path, split);
        }
        if (Files.exists(path) || !HubDataset.isId(named)) {
            return List.of(path);
        }
        return hub().get(named, split);
    }

    private HubDataset hub() {
        return new HubDataset(HubSettings.fromEnvironment(environment), err);
    }

    private Path drawn(Path scratch, DatasetException problem) throws IOException {
        for (String line : List.of(
                "*** DRAWN IMAGES, not photographs: " + DEFAULT + " could not be had.",
                "*** " + problem.getMessage(),
                "*** Times and designs can be compared; the labels mean little. --dataset names another one.")) {
            err.println(line);
        }
        err.flush();
        Path file = scratch.resolve("drawn-images.parquet");
        ParquetImages.write(file, DrawnImages.ROWS, DrawnImages::image, DrawnImages::label);
        return file;
    }

    private static List<Path> ofSplit(Path folder, String split) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(file -> name(file).endsWith(".parquet")).sorted().toList();
        }
        List<Path> named =
                all.stream().filter(file -> name(file).startsWith(split)).toList();
        // As Python's datasets: what is of no split is for training.
        List<Path> files = named.isEmpty() && split.equals("train")
                ? all.stream()
                        .filter(file -> OTHER_SPLITS.stream().noneMatch(name(file)::startsWith))
                        .toList()
                : named;
        if (files.isEmpty()) {
            throw DatasetException.because("The folder " + folder + " has no Parquet file of the split " + split
                    + ": their names begin with the split's.");
        }
        return files;
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
