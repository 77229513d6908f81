package whatis.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that a measurement is written to, besides standard output. */
final class ReportFiles {

    @Option(names = "--json", paramLabel = "FILE", description = "Write everything that was measured, for programs.")
    private @Nullable Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the table that is printed.")
    private @Nullable Path markdown;

    @Option(names = "--plot", paramLabel = "FILE", description = "Write a drawing of it, as SVG.")
    private @Nullable Path plot;

    /**
     * Checks what can be known before minutes are spent.
     *
     * @throws IllegalArgumentException if a file can't be written
     */
    void requireWritable() {
        Stream.of(json, markdown, plot).forEach(ReportFiles::requireWritable);
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

    /**
     * Writes what was asked for.
     *
     * @throws UncheckedIOException if a file can't be written after all
     */
    void write(String json, String markdown, String plot) {
        write(this.json, json);
        write(this.markdown, markdown);
        write(this.plot, plot);
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
