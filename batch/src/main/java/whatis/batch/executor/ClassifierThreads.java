package whatis.batch.executor;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import whatis.batch.input.ImageSource;
import whatis.batch.input.PatientRead;
import whatis.batch.input.SourceImage;
import whatis.batch.output.AnswerRow;
import whatis.classification.Classification;
import whatis.classification.ImageClassifier;
import whatis.classification.Prediction;
import whatis.image.ImageRejectedException;

/** Reads and classifies the images of all tasks of a JVM. Safe for use by many tasks. */
final class ClassifierThreads implements AutoCloseable {

    private final ImageClassifier classifier;
    private final Window window;
    private final ExecutorService threads;

    /**
     * @param count how many images are read or classified at the same time: half of them wait for the network, while the others are
     *     decoded
     * @param window bounds the images that wait for them, too
     */
    ClassifierThreads(ImageClassifier classifier, int count, Window window) {
        this.classifier = classifier;
        this.window = window;
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "whatis-classifier");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Classifies images in these threads.
     *
     * @param top how many predictions a row gets, at least 1
     */
    Answers answers(ImageSource images, int top) {
        return new Answers(images, image -> submit(image, top));
    }

    private Future<AnswerRow> submit(SourceImage image, int top) throws InterruptedException {
        long bytes = image.bytes();
        window.enter(bytes);
        FutureTask<AnswerRow> task = new FutureTask<>(() -> answer(image, top)) {
            /** Called once, also for an image that is cancelled before its turn. */
            @Override
            protected void done() {
                window.leave(bytes);
            }
        };
        try {
            threads.execute(task);
        } catch (RuntimeException e) {
            task.cancel(false);
            throw e;
        }
        return task;
    }

    /**
     * Classifies an image in the caller's thread.
     *
     * @param top how many predictions the row gets, at least 1
     */
    AnswerRow answer(SourceImage image, int top) throws InterruptedException {
        try {
            Classification classification = classifier.classify(PatientRead.read(image));
            List<Prediction> best =
                    classification.predictions().stream().limit(top).toList();
            double nanos =
                    classification.decode().plus(classification.inference()).toNanos();
            return new AnswerRow(image.source(), image.row(), best, null, Math.round(nanos / 1e5) / 10.0);
        } catch (ImageRejectedException e) {
            return AnswerRow.failed(image.source(), image.row(), ImageProblem.of(e));
        } catch (IOException e) {
            return AnswerRow.failed(image.source(), image.row(), ImageProblem.of(e));
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
