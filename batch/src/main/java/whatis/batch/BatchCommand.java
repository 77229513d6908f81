package whatis.batch;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FSError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whatis.batch.output.OutputFormat;
import whatis.commandline.ModelOptions;
import whatis.commandline.PositiveNumber;

/** Classifies many images into files of rows. */
@Command(
        name = "batch",
        description = {
            "Classifies many images, on this machine or on a Spark cluster, into files with a row for each.",
            "",
            "An image that can't be answered is a row with its error. What is done stays done: after a failure, --resume"
                    + " does what is missing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  whatis batch photos/ answers/",
            "  whatis batch 'hdfs://data/2024-*/**/*.jpg' hdfs://data/answers --format jsonl",
            "  whatis batch images.parquet answers/ --column photo.bytes --max-errors 1%%"
        })
final class BatchCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "INPUT",
            description =
                    "A folder of images, in its folders, too; a glob in quotation marks, where ** is any number of"
                            + " folders; a text file (.txt, .lst, .manifest) with a path on each line; Parquet files with images. On"
                            + " any file system that Hadoop knows.")
    private String input = "";

    @Parameters(index = "1", paramLabel = "OUTPUT", description = "The folder for the answers, which isn't there yet.")
    private String output = "";

    @Option(
            names = "--format",
            paramLabel = "parquet|jsonl",
            defaultValue = "parquet",
            description = "Parquet, or a JSON object a line. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.PARQUET;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            converter = PositiveNumber.class,
            description = "How many labels an image gets, at least 1. Default: ${DEFAULT-VALUE}.")
    private int top;

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "Where Parquet files have the images' bytes, with dots for fields within fields."
                    + " Default: image.bytes, else image, bytes or content.")
    private @Nullable String column;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "The Spark cluster, such as spark://host:7077."
                    + " Default: that of spark-submit, else all cores of this machine.")
    private @Nullable String master;

    @Option(
            names = "--resume",
            description = "Do what is missing in OUTPUT. Refused if the input, the model or the options have changed."
                    + " Begins where nothing is there yet.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Delete the batch in OUTPUT first.")
    private boolean overwrite;

    @Option(
            names = "--max-errors",
            paramLabel = "N|N%",
            defaultValue = "100%",
            converter = ErrorLimit.Converter.class,
            description = "Fail if more images are without an answer. Default: ${DEFAULT-VALUE}.")
    private ErrorLimit maxErrors = new ErrorLimit(0, false);

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, String> environment;

    BatchCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (resume && overwrite) {
            throw BatchException.wrongInput("--resume keeps what is there, --overwrite deletes it: choose one.");
        }
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        Existing existing = resume ? Existing.RESUME : overwrite ? Existing.OVERWRITE : Existing.REFUSE;
        BatchSettings settings = new BatchSettings(
                input, output, format, top, column, model.settings(environment), master, existing, maxErrors);
        try {
            BatchSummary summary =
                    new BatchJob(settings, new BatchProgress(err, Boolean.getBoolean("whatis.progress"))).run();
            spec.commandLine().getOut().println(summary);
            return 0;
        } catch (FSError e) {
            // What Hadoop makes of a full disk.
            throw BatchException.resumable(
                    "Reading or writing failed",
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
        }
    }
}
