package whatis.classification;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import whatis.classification.engine.Concurrency;

/**
 * Classifies each image of a folder once, by so many callers that no dispatcher ever waits: what the library can do, with nothing
 * around it. The images are in memory before it begins, the model is loaded.
 */
final class LibraryRate {

    private LibraryRate() {}

    /** Argument: the folder. Prints {@code {"images": ..., "seconds": ...}}. */
    public static void main(String[] arguments) throws IOException, ExecutionException, InterruptedException {
        List<byte[]> images = read(Path.of(arguments[0]));
        ImageClassifierSettings settings = ImageClassifierSettings.fromEnvironment(System.getenv());
        try (ImageClassifier classifier = ImageClassifier.load(settings)) {
            double seconds = seconds(classifier, images, callers(settings.concurrency()));
            System.out.println(new Gson().toJson(Map.of("images", images.size(), "seconds", seconds)));
        }
    }

    /** Returns enough for a micro-batch that runs and one that waits, for each dispatcher. */
    private static int callers(Concurrency concurrency) {
        return 2 * concurrency.dispatchers() * concurrency.batch();
    }

    private static double seconds(ImageClassifier classifier, List<byte[]> images, int callers)
            throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long begin = System.nanoTime();
            List<Future<?>> answers = new ArrayList<>();
            for (byte[] image : images) {
                answers.add(threads.submit(() -> classifier.classify(image)));
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<byte[]> read(Path folder) throws IOException {
        List<byte[]> images = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                images.add(Files.readAllBytes(file));
            }
        }
        return images;
    }
}
