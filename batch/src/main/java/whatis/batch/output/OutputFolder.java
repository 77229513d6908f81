package whatis.batch.output;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import whatis.batch.plan.PlanStore;
import whatis.batch.storage.ResultFolder;
import whatis.batch.storage.Storage;
import whatis.batch.storage.StoredFile;
import whatis.batch.storage.UnwritableFolderException;

/**
 * Where a batch is written: a file for each chunk, which appears once all of it is there, and at the end the mark that all chunks are.
 * Safe for use by many threads and processes.
 */
public final class OutputFolder {

    private static final Pattern CHUNK = Pattern.compile("part-\\d{5,10}\\.(parquet|jsonl)");

    private final Storage storage;
    private final ResultFolder folder;
    private final OutputFormat format;

    public OutputFolder(Storage storage, Path folder, OutputFormat format) {
        this.storage = storage;
        this.folder = new ResultFolder(storage, folder);
        this.format = format;
    }

    /** Returns where the plan is kept. */
    public PlanStore plan() {
        return new PlanStore(folder);
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
        if (folder.isFile()) {
            return Content.OTHER;
        }
        if (plan().find().isPresent()) {
            return Content.BATCH;
        }
        return PlanStore.NAMES.containsAll(folder.names()) ? Content.NOTHING : Content.OTHER;
    }

    /**
     * Makes the folder, if need be, and takes away what was being written when an earlier run ended.
     *
     * @throws UnwritableFolderException if nothing can be written there
     */
    public void prepare() throws IOException {
        folder.prepare();
    }

    /** Deletes the batch, and the folder if nothing else is in it. */
    public void delete() throws IOException {
        folder.delete(
                name -> PlanStore.NAMES.contains(name) || CHUNK.matcher(name).matches());
    }

    /** Leaves the mark that all chunks are there. */
    public void finish() throws IOException {
        folder.finish();
    }

    /** Counts what a chunk's file has; nothing if there is no such file yet. */
    public Optional<ChunkCounts> find(int chunk) throws IOException {
        Optional<FileStatus> found = storage.status(folder.file(name(chunk)));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(format == OutputFormat.PARQUET ? countRows(found.get()) : countLines(found.get()));
    }

    /** Begins a chunk's file. */
    public ChunkFile create(int chunk, Origin origin) throws IOException {
        return ChunkFile.create(folder.create(name(chunk)), storage.configuration(), format, origin);
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
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(storage.of(file.getPath()).open(file.getPath()), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonObject row = JsonParser.parseString(line).getAsJsonObject();
                images++;
                errors += row.get(JsonAnswers.ERROR).isJsonNull() ? 0 : 1;
            }
        }
        return new ChunkCounts(images, errors);
    }

    private String name(int chunk) {
        return "part-%05d.%s".formatted(chunk, format.ending());
    }
}
