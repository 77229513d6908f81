package whatis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import whatis.batch.executor.BatchModel;
import whatis.batch.executor.ChunkTask;
import whatis.batch.executor.ResidentModel;
import whatis.batch.executor.Totals;
import whatis.batch.input.InputListing;
import whatis.batch.output.OutputFolder;
import whatis.batch.plan.PlanHeader;
import whatis.batch.plan.PlanStore;
import whatis.batch.storage.Storage;
import whatis.hub.TerminalProgress;

/** Plans a batch, or finds its plan, and has Spark do what is missing. */
final class BatchJob {

    private final BatchSettings settings;
    private final BatchProgress progress;

    BatchJob(BatchSettings settings, BatchProgress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Runs the batch to its end.
     *
     * @throws BatchException if it can't begin, or doesn't come to its end
     */
    BatchSummary run() throws IOException, InterruptedException {
        try (JavaSparkContext spark = SparkStart.start(settings.master());
                Scratch scratch = new Scratch()) {
            return run(spark, scratch);
        } finally {
            ResidentModel.release();
        }
    }

    private BatchSummary run(JavaSparkContext spark, Scratch scratch) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Storage storage = new Storage(spark.hadoopConfiguration());
        InputListing input = new InputListing(storage, settings.input());
        Path folder = OutputPath.of(settings.output(), storage, input);
        OutputFolder output = new OutputFolder(storage, folder, settings.format());
        makeRoom(output);
        BatchModel model =
                new ChosenModel(settings.model(), scratch.model()).choose(TerminalProgress.onStandardError());
        output.prepare();
        PlanHeader plan = plan(output.plan(), input, model);
        if (!spark.isLocal()) {
            java.nio.file.Path archive = scratch.archive("whatis-" + model.digest());
            progress.say(ExecutorMemory.of(Files.size(archive), spark.getConf()).toString());
            model = model.sentAs(SparkStart.send(spark, archive));
        }
        Totals totals = Totals.in(spark.sc());
        ChunkTask task = new ChunkTask(
                spark.broadcast(new SerializableConfiguration(storage.configuration())),
                folder.toString(),
                settings.format(),
                settings.column(),
                settings.top(),
                model,
                totals);
        new ChunkRun(spark, progress, plan.images(), settings.maxErrors())
                .run(output.plan().chunks(), task);
        output.finish();
        return new BatchSummary(
                settings.output(),
                plan.images(),
                totals.errors().value(),
                totals.found().value(),
                plan.passedOver(),
                totals.loads().value(),
                Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Sees to it that the output's folder has nothing, or the batch that is to be resumed. */
    private void makeRoom(OutputFolder output) throws IOException {
        switch (output.content()) {
            case NOTHING -> {}
            case OTHER ->
                throw BatchException.wrongInput("The output " + settings.output()
                        + " is there already, and is no batch: choose another folder.");
            case BATCH -> {
                if (settings.existing() == Existing.REFUSE) {
                    throw BatchException.wrongInput("The output " + settings.output()
                            + " has a batch already: --resume goes on with it, --overwrite deletes it.");
                }
                if (settings.existing() == Existing.OVERWRITE) {
                    output.delete();
                }
            }
        }
    }

    private PlanHeader plan(PlanStore store, InputListing input, BatchModel model) throws IOException {
        Map<String, String> answered = settings.answered(model);
        Optional<PlanHeader> found = store.find();
        if (found.isPresent()) {
            progress.say("looking whether the input is still the same");
            store.check(found.get(), input, answered);
            return found.get();
        }
        progress.say("listing the input");
        PlanHeader plan = store.write(input, settings.column(), answered);
        progress.say("%d images in %d chunks".formatted(plan.images(), plan.chunks()));
        return plan;
    }
}
