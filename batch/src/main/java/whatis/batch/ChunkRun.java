package whatis.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.metrics.source.LongAccumulatorSource$;
import scala.jdk.javaapi.CollectionConverters;
import whatis.batch.executor.ChunkTask;
import whatis.batch.executor.Totals;
import whatis.batch.plan.PlannedChunk;

/** Has Spark do chunks, shows how far it is, and ends the work early if there are too many errors. */
final class ChunkRun {

    private static final long BETWEEN_LOOKS_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final JavaSparkContext spark;
    private final BatchProgress progress;
    private final long images;
    private final ErrorLimit limit;

    /**
     * @param images in all chunks
     * @param limit on those of them that are without an answer
     */
    ChunkRun(JavaSparkContext spark, BatchProgress progress, long images, ErrorLimit limit) {
        this.spark = spark;
        this.progress = progress;
        this.images = images;
        this.limit = limit;
    }

    /**
     * Waits until all chunks are done.
     *
     * @throws BatchException if one can't be done, or too many images are without an answer
     */
    void run(List<PlannedChunk> chunks, ChunkTask task) throws InterruptedException {
        Totals totals = task.totals();
        ExecutorWatch watch = new ExecutorWatch(totals.images().id(), progress::say);
        spark.sc().addSparkListener(watch);
        LongAccumulatorSource$.MODULE$.register(
                spark.sc(),
                scala.collection.immutable.Map.from(CollectionConverters.asScala(Map.of(
                        "whatis.images", totals.images(),
                        "whatis.images.found", totals.found(),
                        "whatis.errors", totals.errors()))));
        JavaFutureAction<Void> job = spark.parallelize(chunks, chunks.size()).foreachAsync(task);
        try {
            long begin = System.nanoTime();
            boolean waiting = true;
            while (!isDone(job, totals)) {
                if (waiting && System.nanoTime() - begin > PATIENCE.toNanos()) {
                    waiting = false;
                    tellIfNobodyWorks();
                }
                progress.at(
                        images,
                        totals.found().value(),
                        totals.images().value() + watch.inRunningTasks(),
                        totals.errors().value());
                check(totals);
            }
            check(totals);
        } finally {
            job.cancel(true);
            progress.clear();
        }
    }

    /** Spark waits for executors as long as it takes, and warns in its log only. */
    private void tellIfNobodyWorks() {
        // The driver is one of them.
        if (!spark.isLocal() && spark.sc().getExecutorMemoryStatus().size() == 1) {
            progress.say("no executor has come yet: " + spark.master() + " may have no free cores, or not the "
                    + spark.getConf().get("spark.executor.memory", "1g") + " of memory that each one asks for");
        }
    }

    private boolean isDone(JavaFutureAction<Void> job, Totals totals) throws InterruptedException {
        try {
            job.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw BatchException.resumable(
                    "The batch stopped after %d of %d images"
                            .formatted(totals.found().value() + totals.images().value(), images),
                    reason(e));
        }
    }

    private void check(Totals totals) {
        long errors = totals.errors().value();
        if (errors > limit.allowed(images)) {
            throw BatchException.wrongInput(
                    ("%d of %d images have an error, and --max-errors allows %s. Their rows say why. What is done stays:"
                                    + " --resume with another --max-errors goes on.")
                            .formatted(errors, images, limit));
        }
    }

    /** Returns what went wrong first, without Spark's account of who was told of it. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        // What others throw often says only in its name what it is: a ClassNotFoundException has the class alone as its
        // message.
        String text = cause.getClass().getName().startsWith("whatis.")
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.lines().findFirst().orElse(text);
    }
}
