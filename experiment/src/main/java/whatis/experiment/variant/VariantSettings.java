package whatis.experiment.variant;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a variant is to do. The model and its precision are in the environment, where {@code ImageClassifierSettings} looks
 * for them.
 *
 * @param variant which one
 * @param files the dataset: Parquet files, in their order
 * @param rows which of its rows
 * @param cores how many cores it may use
 * @param inProcess whether actors are threads of one JVM instead of processes
 * @param address host or host:port at which the driver of actors listens; null for this machine alone
 * @param joining how many engines are started on other hosts
 */
public record VariantSettings(
        Variant variant,
        List<String> files,
        RowRange rows,
        int cores,
        boolean inProcess,
        @Nullable String address,
        int joining) {

    public VariantSettings {
        files = List.copyOf(files);
        if (cores < 1 || joining < 0) {
            throw new IllegalArgumentException("cores and joining engines: " + cores + ", " + joining);
        }
    }

    /** Returns the dataset's files. */
    public List<Path> paths() {
        return files.stream().map(Path::of).toList();
    }
}
