package whatis.commandline.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;

/**
 * Classifies one picture many times on several threads, and fails if memory grows: the mean resident memory of the last tenth
 * may be at most 3% above that of the second. The first tenth is left to the JVM's compilers and caches.
 */
final class PredictionSoak {

    private static final int THREADS = 4;
    private static final int SAMPLES = 200;
    private static final double MOST_GROWTH = 1.03;

    private final ImageClassifier classifier;
    private final byte[] picture;
    private final List<MemorySample> samples = new ArrayList<>();

    private PredictionSoak(ImageClassifier classifier, byte[] picture) {
        this.classifier = classifier;
        this.picture = picture;
    }

    /** Arguments: how many predictions, picture, where to write the plot. */
    public static void main(String[] arguments) throws IOException, ExecutionException, InterruptedException {
        int count = Integer.parseInt(arguments[0]);
        if (count < SAMPLES) {
            throw new IllegalArgumentException("it takes at least " + SAMPLES + " predictions, not " + count);
        }
        byte[] picture = squared(Path.of(arguments[1]));
        try (ImageClassifier classifier =
                ImageClassifier.load(ImageClassifierSettings.fromEnvironment(System.getenv()))) {
            PredictionSoak soak = new PredictionSoak(classifier, picture);
            soak.run(count);
            System.exit(soak.report(count, Path.of(arguments[2])) ? 0 : 1);
        }
    }

    private void run(int count) throws IOException, ExecutionException, InterruptedException {
        int label = classifier.classify(picture).best();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int sample = 1; sample <= SAMPLES; sample++) {
                int share = (int) ((long) count * sample / SAMPLES - (long) count * (sample - 1) / SAMPLES);
                classify(share, label, threads);
                samples.add(MemorySample.of(ProcessHandle.current().pid()));
                if (sample % (SAMPLES / 20) == 0) {
                    System.err.printf(
                            "%,9d predictions, %.0f MB%n",
                            (long) count * sample / SAMPLES,
                            samples.get(sample - 1).resident() / 1e6);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void classify(int count, int label, ExecutorService threads)
            throws ExecutionException, InterruptedException {
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(threads.submit(() -> classifier.classify(picture).best()));
        }
        for (Future<Integer> answer : answers) {
            if (answer.get() != label) {
                throw new IllegalStateException("the same picture got another label");
            }
        }
    }

    private boolean report(int count, Path plot) throws IOException {
        double second = tenth(1);
        double last = tenth(9);
        boolean level = last <= second * MOST_GROWTH;
        String summary = "%,d predictions: %.1f MB resident in the second tenth, %.1f MB in the last: %+.2f%%"
                .formatted(count, second / 1e6, last / 1e6, 100 * (last / second - 1));
        List<String> labels = new ArrayList<>();
        for (int sample = 1; sample <= SAMPLES; sample++) {
            labels.add("%,d".formatted((long) count * sample / SAMPLES));
        }
        Machine machine = Machine.current();
        String circumstances = "%s in %s on %d threads; %s, %d cores; %s"
                .formatted(
                        classifier.model().name(),
                        classifier.model().precision(),
                        THREADS,
                        machine.processor(),
                        machine.cores(),
                        LocalDate.now());
        Files.writeString(plot, MemoryPlot.of(summary, circumstances, "predictions", labels, samples));
        System.out.println(summary + (level ? "" : ", which is more than 3%"));
        return level;
    }

    private double tenth(int number) {
        return samples.subList(SAMPLES * number / 10, SAMPLES * (number + 1) / 10).stream()
                .mapToLong(MemorySample::resident)
                .average()
                .orElseThrow();
    }

    /** Returns a picture in the network's size, as a JPEG: preparing it shall not take the most of the time. */
    private static byte[] squared(Path file) throws IOException {
        BufferedImage whole = ImageIO.read(file.toFile());
        BufferedImage square = new BufferedImage(224, 224, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = square.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(whole, 0, 0, square.getWidth(), square.getHeight(), null);
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(square, "jpeg", jpeg);
        return jpeg.toByteArray();
    }
}
