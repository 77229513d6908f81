package whatis.batch.executor;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /** Takes the row of an image, in the order of the images. */
    @FunctionalInterface
    interface RowSink {
        void accept(AnswerRow row) throws IOException;
    }

    /**
     * Classifies images and waits for the last one.
     *
     * @param top how many predictions a row gets, at least 1
     * @throws IOException if reading or writing failed, so that it is worth another try
     */
    void classify(ImageSource images, int top, RowSink rows) throws IOException, InterruptedException {
        Queue<Future<AnswerRow>> ahead = new ArrayDeque<>();
        try {
            for (SourceImage image = images.next(); image != null; image = images.next()) {
                ahead.add(submit(image, top));
                while (!ahead.isEmpty() && ahead.peek().isDone()) {
                    rows.accept(row(ahead.remove()));
                }
            }
            while (!ahead.isEmpty()) {
                rows.accept(row(ahead.remove()));
            }
        } finally {
            ahead.forEach(row -> row.cancel(true));
        }
    }

    private Future<AnswerRow> submit(SourceImage image, int top) throws InterruptedException {
        window.enter(image.bytes());
        try {
            return threads.submit(() -> {
                try {
                    return answer(image, top);
                } finally {
                    window.leave(image.bytes());
                }
            });
        } catch (RuntimeException e) {
            window.leave(image.bytes());
            throw e;
        }
    }

    private AnswerRow answer(SourceImage image, int top) throws InterruptedException {
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

    private static AnswerRow row(Future<AnswerRow> answered) throws InterruptedException {
        try {
            return answered.get();
        } catch (ExecutionException e) {
            // Neither an image nor a file is to blame, so the task fails with what went wrong.
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
