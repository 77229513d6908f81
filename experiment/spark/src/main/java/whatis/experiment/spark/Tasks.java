package whatis.experiment.spark;

import static whatis.experiment.variant.BestClass.bestClassAndScore;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import whatis.batch.storage.Storage;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;
import whatis.experiment.variant.Answer;
import whatis.experiment.variant.Clock;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Phase;
import whatis.experiment.variant.Progress;
import whatis.experiment.variant.VariantSettings;

/** Variant B: one Spark task an image. */
final class Tasks {

    private final JavaSparkContext context;
    private final VariantSettings settings;
    private final Progress progress;
    private final WantedImages images;

    /** What a task is sent; no bytes if there is no such row. */
    private record Image(int row, byte @Nullable [] bytes) implements Serializable {}

    /** What a task sends back: its answer, and how long it waited for the broadcast variable and for the model. */
    private record Done(Answer answer, long broadcastNanos, long modelNanos) implements Serializable {}

    Tasks(SparkSession spark, VariantSettings settings, Progress progress) {
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.settings = settings;
        this.progress = progress;
        this.images = new WantedImages(new Storage(context.hadoopConfiguration()));
    }

    Measurement run() throws Exception {
        Clock clock = new Clock(settings.cores());
        Checkpoint checkpoint = clock.measureForAll(
                Phase.MODEL_LOAD, () -> Checkpoint.read(ImageClassifierSettings.fromEnvironment(System.getenv())));
        try {
            Broadcast<Checkpoint> broadcast = clock.measureForAll(Phase.SHIPPING, () -> context.broadcast(checkpoint));
            List<Image> work = clock.measureForAll(Phase.DATA_LOAD, this::work);
            context.sc().addSparkListener(new TaskCounter(clock, progress));
            List<Done> done = context.parallelize(work, work.size())
                    .map(image -> classify(image, broadcast))
                    .collect();
            done.forEach(task -> {
                clock.add(Phase.SHIPPING, task.broadcastNanos());
                clock.add(Phase.MODEL_LOAD, task.modelNanos());
                clock.add(task.answer());
            });
            long imageBytes = work.stream()
                    .mapToLong(image -> image.bytes() == null ? 0 : image.bytes().length)
                    .sum();
            checkpoint.close();
            return clock.stop(
                    checkpoint.bytes() + imageBytes,
                    done.stream().map(Done::answer).toList());
        } finally {
            checkpoint.close();
        }
    }

    private List<Image> work() throws IOException {
        int[] rows = settings.rows().rows();
        var bytes = images.read(settings.files(), rows);
        List<Image> work = new ArrayList<>();
        Arrays.stream(rows).forEach(row -> work.add(new Image(row, bytes.get(row))));
        return work;
    }

    private static Done classify(Image image, Broadcast<Checkpoint> broadcast) throws IOException {
        if (image.bytes() == null) {
            return new Done(Answer.noSuchRow(image.row()), 0, 0);
        }
        long begin = System.nanoTime();
        Checkpoint checkpoint = broadcast.value();
        long received = System.nanoTime();
        ImageClassifier classifier = checkpoint.classifier();
        long loaded = System.nanoTime();
        return new Done(bestClassAndScore(classifier, image.bytes()), received - begin, loaded - received);
    }

    private static final class TaskCounter extends SparkListener {

        private final Clock clock;
        private final Progress progress;

        TaskCounter(Clock clock, Progress progress) {
            this.clock = clock;
            this.progress = progress;
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            clock.noteAnswer();
            progress.imageDone();
        }
    }
}
