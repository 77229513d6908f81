package whatis.batch;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whatis.batch.storage.Storage;

/** Packs many small files into Parquet files. */
@Command(
        name = "pack",
        description = {
            "Packs many small files into few Parquet files, which file systems and whatis batch read faster.",
            "",
            "Each row has the file's bytes as they are (image.bytes) and its path (image.path). Hugging Face's datasets read"
                    + " them as images. A file that can't be read is named and left out.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  whatis pack photos/ packed/",
            "  whatis pack 's3a://bucket/2024-*/**/*.jpg' s3a://bucket/packed --size 512MB",
            "  whatis batch packed/ answers/"
        })
final class PackCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "INPUT",
            description = "What whatis batch takes, but for Parquet: a folder, a glob or a text file with paths.")
    private String input = "";

    @Parameters(index = "1", paramLabel = "OUTPUT", description = "The folder for the files, which isn't there yet.")
    private String output = "";

    @Option(
            names = "--size",
            paramLabel = "N(MB|GB)",
            defaultValue = "256MB",
            converter = FileSize.Converter.class,
            description = "How large the Parquet files are. Default: ${DEFAULT-VALUE}.")
    private FileSize size = new FileSize(0);

    @Option(names = "--overwrite", description = "Delete the packed images in OUTPUT first.")
    private boolean overwrite;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        // The file systems that whatis batch would know, but without a start of Spark.
        Storage storage = new Storage(SparkHadoopUtil.get().newConfiguration(new SparkConf()));
        PackSummary summary = new PackJob(storage, new BatchProgress(err, Boolean.getBoolean("whatis.progress")))
                .run(input, output, size.bytes(), overwrite);
        spec.commandLine().getOut().println(summary);
        return summary.counts().leftOut() > 0 ? 1 : 0;
    }
}
