package whatis.batch.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import whatis.batch.storage.Storage;

/**
 * A text file in UTF-8 with a path on each line, absolute or from the manifest's folder. Empty lines are passed over. What isn't
 * there, or is a folder, is listed as missing.
 */
final class Manifest {

    /** How many sizes are asked for at a time: an object store takes tens of milliseconds for each. */
    private static final int THREADS = 32;

    private static final int LINES_AT_A_TIME = 1_000;

    private static final Pattern WITH_SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:/");

    private final Storage storage;
    private final Path manifest;

    Manifest(Storage storage, Path manifest) {
        this.storage = storage;
        this.manifest = manifest;
    }

    /** Tells by its name whether a file is a manifest. */
    static boolean isOne(Path file) {
        String name = file.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") || name.endsWith(".lst") || name.endsWith(".manifest");
    }

    void list(FileSink sink) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(storage.of(manifest).open(manifest), StandardCharsets.UTF_8))) {
            List<Callable<FoundFile>> questions = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    String named = line;
                    questions.add(() -> find(named));
                }
                if (questions.size() == LINES_AT_A_TIME) {
                    answer(questions, threads, sink);
                }
            }
            answer(questions, threads, sink);
        } finally {
            threads.shutdownNow();
        }
    }

    private void answer(List<Callable<FoundFile>> questions, ExecutorService threads, FileSink sink)
            throws IOException {
        try {
            for (Future<FoundFile> found : threads.invokeAll(questions)) {
                sink.accept(found.get());
            }
            questions.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private FoundFile find(String named) throws IOException {
        Path path = new Path(manifest.getParent(), path(named));
        return storage.status(path)
                .filter(FileStatus::isFile)
                .map(FoundFile::of)
                .orElseGet(() -> FoundFile.missing(path));
    }

    private Path path(String named) throws IOException {
        try {
            // A relative name with a colon would be taken for one with a scheme.
            return WITH_SCHEME.matcher(named).find() ? new Path(named) : new Path(null, null, named);
        } catch (IllegalArgumentException e) {
            throw new IOException(manifest + " has a line that is no path: " + named, e);
        }
    }
}
