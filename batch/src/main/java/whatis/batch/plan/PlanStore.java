package whatis.batch.plan;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import whatis.batch.input.InputException;
import whatis.batch.input.InputListing;
import whatis.batch.storage.NewFile;
import whatis.batch.storage.ResultFolder;
import whatis.batch.storage.Storage;

/** Keeps the plan of a batch in its output's folder. Reading is safe for use by many threads. */
public final class PlanStore {

    private static final String HEADER = "_plan.json";
    /** The file with the chunks, which is there before its header. */
    private static final String CHUNKS = "_plan.jsonl";

    /** What the plan's files are called. */
    public static final Set<String> NAMES = Set.of(HEADER, CHUNKS);

    private final Storage storage;
    private final ResultFolder folder;
    private final Path header;
    private final Path chunks;
    private final Gson gson = new Gson();

    /** @param folder the output's */
    public PlanStore(ResultFolder folder) {
        this.storage = folder.storage();
        this.folder = folder;
        this.header = folder.file(HEADER);
        this.chunks = folder.file(CHUNKS);
    }

    /**
     * Lists the input, cuts it into chunks, and writes the plan.
     *
     * @param column where Parquet files have their images; null for the usual ones
     * @param settings all that the answers depend on but the input
     * @throws InputException if the input can't be had, or has no images
     */
    public PlanHeader write(InputListing input, @Nullable String column, Map<String, String> settings)
            throws IOException {
        // Chunks without a header are those of a plan that wasn't finished.
        storage.of(chunks).delete(chunks, false);
        InputDigest digest = new InputDigest();
        long passedOver;
        Counts counts;
        try (NewFile file = folder.create(CHUNKS)) {
            try (FSDataOutputStream out = file.create()) {
                counts = new Counts(out);
                Chunks planned = new Chunks(storage, column, counts);
                passedOver = input.list(found -> {
                    digest.accept(found);
                    planned.accept(found);
                });
                planned.finish();
            }
            if (counts.images == 0) {
                throw new InputException("There are no images in the input: correct it.");
            }
            file.commit();
        }
        PlanHeader plan = new PlanHeader(
                Fingerprint.of(settings, digest.hexadecimal()), counts.chunks, counts.images, passedOver);
        try (NewFile file = folder.create(HEADER)) {
            try (FSDataOutputStream out = file.create()) {
                out.write(gson.toJson(plan).getBytes(StandardCharsets.UTF_8));
            }
            file.commit();
        }
        return plan;
    }

    /** Returns the plan that is there, if one was written to its end. */
    public Optional<PlanHeader> find() throws IOException {
        if (storage.status(header).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = storage.of(header).open(header)) {
            return Optional.of(gson.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8), PlanHeader.class));
        } catch (JsonParseException e) {
            throw new PlanException(header + " is damaged: begin again with --overwrite.");
        }
    }

    /**
     * Lists the input again, to see whether a plan still holds.
     *
     * @throws PlanException if something has changed
     */
    public void check(PlanHeader plan, InputListing input, Map<String, String> settings) throws IOException {
        InputDigest digest = new InputDigest();
        input.list(digest);
        List<String> changes = Fingerprint.of(settings, digest.hexadecimal()).changes(plan.fingerprint());
        if (!changes.isEmpty()) {
            throw new PlanException("The batch can't be resumed, as it is not the same any more: "
                    + String.join("; ", changes) + ". Restore that, or begin again with --overwrite.");
        }
    }

    /** Returns where the chunks' lines are. */
    public List<PlannedChunk> chunks() throws IOException {
        List<PlannedChunk> planned = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(storage.of(chunks).open(chunks), 1 << 16)) {
            long begin = 0;
            long at = 0;
            for (int read = in.read(); read >= 0; read = in.read()) {
                if (read == '\n') {
                    planned.add(new PlannedChunk(planned.size(), begin, Math.toIntExact(at - begin)));
                    begin = at + 1;
                }
                at++;
            }
        }
        return planned;
    }

    /** Reads a chunk's line. */
    public Chunk read(PlannedChunk planned) throws IOException {
        try (FSDataInputStream in = storage.of(chunks).open(chunks)) {
            byte[] line = new byte[planned.length()];
            in.readFully(planned.offset(), line);
            return gson.fromJson(new String(line, StandardCharsets.UTF_8), Chunk.class);
        }
    }

    /** Writes chunks, a line each, and counts them. */
    private final class Counts implements ChunkSink {

        private final FSDataOutputStream out;
        private int chunks;
        private long images;

        Counts(FSDataOutputStream out) {
            this.out = out;
        }

        @Override
        public void accept(Chunk chunk) throws IOException {
            // Line breaks within names are escaped.
            out.write((gson.toJson(chunk) + "\n").getBytes(StandardCharsets.UTF_8));
            chunks++;
            images += chunk.images();
        }
    }
}
