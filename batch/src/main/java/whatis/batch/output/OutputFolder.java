package whatis.batch.output;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.ParquetFileReader;
import whatis.batch.plan.PlanStore;
import whatis.batch.storage.Storage;
import whatis.batch.storage.StoredFile;

/**
 * Where a batch is written: a file for each chunk, which appears once all of it is there, and at the end the mark that all chunks are.
 * Safe for use by many threads and processes.
 */
public final class OutputFolder {

    private static final String FINISHED = "_SUCCESS";
    private static final String UNFINISHED = "_unfinished";

    private final Storage storage;
    private final Path folder;
    private final OutputFormat format;

    public OutputFolder(Storage storage, Path folder, OutputFormat format) {
        this.storage = storage;
        this.folder = folder;
        this.format = format;
    }

    /** Returns where the plan is kept. */
    public PlanStore plan() {
        return new PlanStore(storage, folder, unfinished());
    }

    /** What is in the folder already. */
    public enum Content {
        /** No folder, an empty one, or a batch whose plan wasn't finished. */
        NOTHING,
        /** A batch with a plan, finished or not. */
        BATCH,
        /** Something else, or a file of the same name. */
        OTHER
    }

    public Content content() throws IOException {
        Optional<FileStatus> found = storage.status(folder);
        if (found.isEmpty()) {
            return Content.NOTHING;
        }
        if (found.get().isFile()) {
            return Content.OTHER;
        }
        if (plan().find().isPresent()) {
            return Content.BATCH;
        }
        boolean only = true;
        RemoteIterator<FileStatus> entries = files().listStatusIterator(folder);
        while (entries.hasNext()) {
            String name = entries.next().getPath().getName();
            only &= name.equals(UNFINISHED) || name.equals(PlanStore.CHUNKS);
        }
        return only ? Content.NOTHING : Content.OTHER;
    }

    /** Makes the folder, if need be, and takes away what was being written when an earlier run ended. */
    public void prepare() throws IOException {
        files().delete(unfinished(), true);
        if (!files().mkdirs(unfinished())) {
            throw new IOException("the folder " + unfinished() + " can't be made");
        }
    }

    /** Deletes the folder with all that is in it. */
    public void delete() throws IOException {
        // The mark first: what is half gone must not look finished.
        files().delete(new Path(folder, FINISHED), false);
        if (!files().delete(folder, true)) {
            throw new IOException("the folder " + folder + " can't be deleted");
        }
    }

    /** Leaves the mark that all chunks are there. */
    public void finish() throws IOException {
        files().delete(unfinished(), true);
        files().create(new Path(folder, FINISHED), true).close();
    }

    /** Counts what a chunk's file has; nothing if there is no such file yet. */
    public Optional<ChunkCounts> find(int chunk) throws IOException {
        Optional<FileStatus> found = storage.status(file(chunk));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(format == OutputFormat.PARQUET ? countRows(found.get()) : countLines(found.get()));
    }

    /** Begins a chunk's file. */
    public ChunkFile create(int chunk, Origin origin) throws IOException {
        return ChunkFile.create(storage, unfinished(), file(chunk), format, origin);
    }

    private ChunkCounts countRows(FileStatus file) throws IOException {
        try (ParquetFileReader reader =
                ParquetFileReader.open(new StoredFile(storage, file.getPath(), file.getLen()))) {
            Map<String, String> footer = reader.getFileMetaData().getKeyValueMetaData();
            return new ChunkCounts(
                    reader.getRecordCount(), Long.parseLong(footer.getOrDefault(ParquetAnswers.ERRORS, "0")));
        }
    }

    private ChunkCounts countLines(FileStatus file) throws IOException {
        long images = 0;
        long errors = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(files().open(file.getPath()), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonObject row = JsonParser.parseString(line).getAsJsonObject();
                images++;
                errors += row.get(JsonAnswers.ERROR).isJsonNull() ? 0 : 1;
            }
        }
        return new ChunkCounts(images, errors);
    }

    private Path file(int chunk) {
        return new Path(folder, "part-%05d.%s".formatted(chunk, format.ending()));
    }

    private Path unfinished() {
        return new Path(folder, UNFINISHED);
    }

    private FileSystem files() throws IOException {
        return storage.of(folder);
    }
}
