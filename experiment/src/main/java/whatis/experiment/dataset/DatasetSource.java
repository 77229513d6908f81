package whatis.experiment.dataset;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whatis.hub.DownloadProgress;
import whatis.hub.HubClient;
import whatis.hub.HubRepository;
import whatis.hub.HubSettings;
import whatis.hub.RepositoryKind;

/** Finds the files of a dataset. */
public final class DatasetSource {

    /** What the lab works with. */
    public static final String DEFAULT = "Maysee/tiny-imagenet";

    private static final List<String> OTHER_SPLITS = List.of("valid", "test");

    private final Map<String, String> environment;
    private final DownloadProgress progress;
    private final PrintWriter err;

    /**
     * @param progress told of every download
     * @param err where notices go
     */
    public DatasetSource(Map<String, String> environment, DownloadProgress progress, PrintWriter err) {
        this.environment = environment;
        this.progress = progress;
        this.err = err;
    }

    /**
     * Returns the files of a dataset, in their order.
     *
     * @param named a Parquet file, a folder of such, or a hub id, {@code owner/name} or {@code owner/name@revision};
     *     null for the default
     * @param split {@code train} or {@code valid}; a single file is what it is
     * @param scratch a folder for what is drawn because the default can't be had
     * @throws DatasetException if it can't be had
     */
    public List<Path> find(@Nullable String named, String split, Path scratch) throws IOException {
        if (named == null) {
            try {
                return hub().get(
                                HubRepository.parse(RepositoryKind.DATASET, DEFAULT)
                                        .orElseThrow(),
                                split);
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
        Optional<HubRepository> dataset = HubRepository.parse(RepositoryKind.DATASET, named);
        return Files.exists(path) || dataset.isEmpty() ? List.of(path) : hub().get(dataset.get(), split);
    }

    private HubDataset hub() {
        return new HubDataset(new HubClient(HubSettings.fromEnvironment(environment), progress));
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
