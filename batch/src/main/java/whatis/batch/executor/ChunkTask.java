package whatis.batch.executor;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import whatis.batch.input.ImageFiles;
import whatis.batch.input.ImageRows;
import whatis.batch.input.ImageSource;
import whatis.batch.output.AnswerRow;
import whatis.batch.output.ChunkCounts;
import whatis.batch.output.ChunkFile;
import whatis.batch.output.OutputFolder;
import whatis.batch.output.OutputFormat;
import whatis.batch.plan.Chunk;
import whatis.batch.plan.PlannedChunk;
import whatis.batch.storage.Storage;

/**
 * Classifies one chunk and writes its file, unless that is there already.
 *
 * @param configuration where Hadoop's file systems are
 * @param folder the output's
 * @param column where Parquet files have their images; null for the usual ones
 * @param top how many predictions a row gets
 */
public record ChunkTask(
        Broadcast<SerializableConfiguration> configuration,
        String folder,
        OutputFormat format,
        @Nullable String column,
        int top,
        BatchModel model,
        Totals totals)
        implements VoidFunction<PlannedChunk> {

    @Override
    public void call(PlannedChunk planned) throws IOException, InterruptedException {
        Storage storage = new Storage(configuration.value().value());
        OutputFolder output = new OutputFolder(storage, new Path(folder), format);
        Optional<ChunkCounts> done = output.find(planned.number());
        if (done.isPresent()) {
            totals.found().add(done.get().images());
            totals.errors().add(done.get().errors());
            return;
        }
        Chunk chunk = output.plan().read(planned);
        ClassifierThreads threads =
                ResidentModel.threads(model, () -> totals.loads().add(1));
        try (ImageSource images = open(chunk, storage);
                Answers answers = threads.answers(images, top);
                ChunkFile file = output.create(planned.number(), model.origin())) {
            for (AnswerRow row = answers.next(); row != null; row = answers.next()) {
                write(row, file);
            }
            file.commit();
        }
    }

    private ImageSource open(Chunk chunk, Storage storage) throws IOException {
        return chunk.isOfRows()
                ? ImageRows.open(storage, chunk.files().get(0).path(), column, chunk.from(), chunk.to())
                : new ImageFiles(storage, chunk.files());
    }

    private void write(AnswerRow row, ChunkFile file) throws IOException {
        file.write(row);
        // At once, as Spark tells the driver of tasks that run, too.
        totals.images().add(1);
        if (row.error() != null) {
            totals.errors().add(1);
        }
    }
}
