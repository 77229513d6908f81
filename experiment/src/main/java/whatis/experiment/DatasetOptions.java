package whatis.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import whatis.experiment.dataset.DatasetSource;
import whatis.hub.TerminalProgress;

/** The options of every command that reads a dataset. */
final class DatasetOptions {

    @Option(
            names = "--dataset",
            paramLabel = "FILE|FOLDER|OWNER/NAME",
            description = "Parquet with the columns image (struct of bytes and path) and label: a file, a folder, or a"
                    + " dataset of the hub. Default: " + DatasetSource.DEFAULT
                    + "; where that can't be had, drawn images.")
    private @Nullable String dataset;

    enum Split {
        train,
        valid
    }

    @Option(
            names = "--split",
            paramLabel = "train|valid",
            defaultValue = "train",
            description = "Which files of a folder or of the hub. Default: ${DEFAULT-VALUE}.")
    private Split split = Split.train;

    List<Path> find(Map<String, String> environment, Path scratch, PrintWriter err) throws IOException {
        return new DatasetSource(environment, TerminalProgress.onStandardError(), err)
                .find(dataset, split.name(), scratch);
    }

    /** Returns what to call the dataset. */
    String name() {
        return dataset == null ? DatasetSource.DEFAULT : dataset;
    }
}
