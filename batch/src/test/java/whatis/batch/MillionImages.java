package whatis.batch;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import whatis.batch.executor.BatchModel;
import whatis.batch.input.InputListing;
import whatis.batch.output.AnswerRow;
import whatis.batch.output.ChunkFile;
import whatis.batch.output.OutputFolder;
import whatis.batch.output.OutputFormat;
import whatis.batch.plan.Chunk;
import whatis.batch.plan.PlanHeader;
import whatis.batch.plan.PlanStore;
import whatis.batch.plan.PlannedChunk;
import whatis.batch.storage.ResultFolder;
import whatis.batch.storage.Storage;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.Prediction;
import whatis.hub.LogProgress;

/**
 * Does all that a batch of a million images takes but classify them: a process of its own, whose heap is limited. The answers are made
 * up and committed as executors do; then a batch resumes and finds them.
 */
final class MillionImages {

    private static final int IMAGES = 1_000_000;

    private static final List<Prediction> TOP = List.of(new Prediction("wall clock", 0.75));

    private final Storage storage = new Storage(new Configuration());
    private final Path folder;

    private MillionImages(Path folder) {
        this.folder = folder;
    }

    /** @param arguments a folder */
    public static void main(String[] arguments) throws Exception {
        MillionImages million = new MillionImages(Path.of(arguments[0]));
        million.storage.configuration().set("fs.made.impl", MadeFiles.class.getName());
        System.out.println(million.listed());
        System.out.println(million.run(million.table()));
    }

    /** Plans a million files, and looks whether they are still the same. */
    private PlanHeader listed() throws IOException {
        InputListing input = new InputListing(storage, MadeFiles.SCHEME + ":/");
        ResultFolder results = new ResultFolder(storage, new org.apache.hadoop.fs.Path(folder + "/listed"));
        results.prepare();
        PlanStore store = new PlanStore(results);
        PlanHeader plan = store.write(input, null, Map.of());
        store.check(plan, input, Map.of());
        return plan;
    }

    private String table() throws IOException {
        Path table = folder.resolve("million.parquet");
        ImageTable.write(table, Collections.nCopies(IMAGES, Picture.drawn(1, 1)), 200_000, 10_000);
        return table.toString();
    }

    private BatchSummary run(String input) throws IOException, InterruptedException {
        Path answers = folder.resolve("answers");
        BatchSettings settings = new BatchSettings(
                input,
                answers.toString(),
                OutputFormat.PARQUET,
                1,
                null,
                ImageClassifierSettings.fromEnvironment(System.getenv()),
                "local[2]",
                Existing.RESUME,
                new ErrorLimit(0, false));
        OutputFolder output =
                new OutputFolder(storage, new org.apache.hadoop.fs.Path(answers.toString()), settings.format());
        BatchModel model =
                new ChosenModel(settings.model(), Files.createTempDirectory(folder, "model")).choose(new LogProgress());
        output.prepare();
        output.plan().write(new InputListing(storage, input), null, settings.answered(model));
        commit(output, model);
        return new BatchJob(settings, new BatchProgress(new PrintWriter(Writer.nullWriter()), false)).run();
    }

    private static void commit(OutputFolder output, BatchModel model) throws IOException {
        PlanStore plan = output.plan();
        for (PlannedChunk planned : plan.chunks()) {
            Chunk chunk = plan.read(planned);
            String source = chunk.files().get(0).path();
            try (ChunkFile file = output.create(planned.number(), model.origin())) {
                for (long row = chunk.from(); row < chunk.to(); row++) {
                    file.write(new AnswerRow(source, row, TOP, null, 1.5));
                }
                file.commit();
            }
        }
    }
}
