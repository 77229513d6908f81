package whatis.classification;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import whatis.classification.engine.Concurrency;
import whatis.classification.engine.Precision;
import whatis.classification.image.ImageLimits;
import whatis.classification.image.LargeImage;
import whatis.classification.model.ModelFallback;
import whatis.classification.network.TinyCheckpoint;
import whatis.hub.HubSettings;

/** A JVM of its own in which many large images come at once. */
final class LargeImagesProcess {

    static final int ANSWERED = 0;

    private static final int CALLERS = 4;

    private LargeImagesProcess() {}

    /** Returns how it ended. */
    static int run(Path folder, String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), LargeImagesProcess.class.getName(), folder.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** Argument: an empty folder. Fails with the first error. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path folder = Path.of(arguments[0]);
        TinyCheckpoint.of("vit").write(folder);
        byte[] image = LargeImage.cmyk(8_000, 6_248);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (ImageClassifier classifier = ImageClassifier.load(settings(folder))) {
            List<Future<List<Prediction>>> answers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                answers.add(callers.submit(() -> classifier.classify(image, 1)));
            }
            for (Future<List<Prediction>> answer : answers) {
                answer.get();
            }
        } finally {
            callers.shutdown();
        }
    }

    private static ImageClassifierSettings settings(Path folder) {
        return new ImageClassifierSettings(
                folder.toString(),
                ModelFallback.NONE,
                HubSettings.fromEnvironment(Map.of()),
                Precision.FP32,
                Optional.empty(),
                Concurrency.onAllCores(),
                new ImageLimits(50_000_000, Duration.ofMinutes(1), ImageLimits.DEFAULT.maxMemory()),
                Duration.ofMinutes(5));
    }
}
