package whatis.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import whatis.commandline.bench.LoadPlot;
import whatis.commandline.bench.MarkdownReport;
import whatis.commandline.bench.Report;

/** The files that a measurement is written to, besides standard output. */
final class BenchOutputs {

    @Option(names = "--json", paramLabel = "FILE", description = "Write everything that was measured, for programs.")
    private @Nullable Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the table that is printed.")
    private @Nullable Path markdown;

    @Option(names = "--plot", paramLabel = "FILE", description = "Write a drawing of latency and throughput, as SVG.")
    private @Nullable Path plot;

    /**
     * Checks what can be known before minutes are spent.
     *
     * @throws IllegalArgumentException if a file can't be written
     */
    void requireWritable() {
        Stream.of(json, markdown, plot).forEach(BenchOutputs::requireWritable);
    }

    private static void requireWritable(@Nullable Path file) {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        boolean writable = Files.exists(file)
                ? Files.isWritable(file) && !Files.isDirectory(file)
                : folder != null && Files.isWritable(folder);
        if (!writable) {
            throw new IllegalArgumentException(
                    file + " can't be written; name a file in a folder that is there and yours");
        }
    }

    /** @throws UncheckedIOException if a file can't be written after all */
    void write(Report report) {
        write(json, report.json());
        write(markdown, MarkdownReport.of(report));
        write(plot, LoadPlot.of(report));
    }

    private static void write(@Nullable Path file, String text) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
