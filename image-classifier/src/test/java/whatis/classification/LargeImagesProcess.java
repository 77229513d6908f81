package whatis.classification;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import whatis.classification.engine.ArrangementSetting;
import whatis.classification.engine.Concurrency;
import whatis.classification.engine.Precision;
import whatis.classification.engine.QueueFullException;
import whatis.classification.model.ModelFallback;
import whatis.classification.network.TinyCheckpoint;
import whatis.classification.timing.DeadlineExceededException;
import whatis.hub.HubSettings;
import whatis.image.BareJpeg;
import whatis.image.ImageLimits;
import whatis.image.raster.ImageSize;

/** A JVM of its own in which many large images come at once, of all kinds that take memory in their own way. */
final class LargeImagesProcess {

    static final int ANSWERED = 0;
    private static final int FAILED = 1;

    private static final int IMAGES = 64;
    private static final int BLOCK_LENGTH = 8;

    /** They take eight bytes a pixel, and more than three fifths of the heap is lent to none. */
    private static final int MOST_PIXELS_OF_FOUR_INKS = 24_000_000;

    /** From 12 to 50 million pixels. */
    private static final List<ImageSize> SIZES = List.of(
            new ImageSize(4_000, 3_000),
            new ImageSize(4_608, 3_456),
            new ImageSize(4_000, 6_000),
            new ImageSize(8_160, 6_120));

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

    /** Argument: an empty folder. Fails with the first error but one that says to come back. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        TinyCheckpoint.of("vit").write(folder);
        List<byte[]> images = new ArrayList<>();
        for (ImageSize size : SIZES) {
            images.add(grey(size));
            images.add(BareJpeg.scanBomb(size.width(), size.height(), 10));
            if (size.pixels() <= MOST_PIXELS_OF_FOUR_INKS) {
                images.add(cmyk(size));
            }
        }
        ExecutorService callers = Executors.newFixedThreadPool(IMAGES);
        int answered = 0;
        try (ImageClassifier classifier = ImageClassifier.load(settings(folder))) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < IMAGES; i++) {
                byte[] image = images.get(i % images.size());
                answers.add(callers.submit(() -> isAnswered(classifier, image)));
            }
            for (Future<Boolean> answer : answers) {
                answered += answer.get() ? 1 : 0;
            }
        } catch (ExecutionException e) {
            e.printStackTrace();
            System.exit(FAILED);
        } finally {
            callers.shutdown();
        }
        System.out.printf("large images: %d of %d answered, the others told to come back%n", answered, IMAGES);
        System.exit(answered > 0 ? ANSWERED : FAILED);
    }

    private static boolean isAnswered(ImageClassifier classifier, byte[] image) {
        try {
            classifier.classify(image, 1);
            return true;
        } catch (DeadlineExceededException | QueueFullException comeBack) {
            return false;
        }
    }

    /** Returns a baseline picture of one colour, of which a few rows are in memory at a time. */
    private static byte[] grey(ImageSize size) {
        return new BareJpeg()
                .frame(0xc0, size.width(), size.height())
                .huffmanTable(0x00, 0)
                .huffmanTable(0x10, 0)
                .scan(0, 63)
                .zeroBits(2 * blocks(size))
                .end();
    }

    /** Returns a picture of four inks, one after the other, whose coefficients have to be kept. */
    private static byte[] cmyk(ImageSize size) {
        int height = size.height();
        int width = size.width();
        int[] frame = {8, height >> 8, height, width >> 8, width, 4, 1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0};
        BareJpeg jpeg = new BareJpeg()
                .segment(0xee, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0)
                .segment(0xc0, frame)
                .huffmanTable(0x00, 0)
                .huffmanTable(0x10, 0);
        for (int ink = 1; ink <= 4; ink++) {
            jpeg.segment(0xda, 1, ink, 0, 0, 63, 0).zeroBits(2 * blocks(size));
        }
        return jpeg.end();
    }

    private static int blocks(ImageSize size) {
        return (size.width() + BLOCK_LENGTH - 1) / BLOCK_LENGTH * ((size.height() + BLOCK_LENGTH - 1) / BLOCK_LENGTH);
    }

    private static ImageClassifierSettings settings(Path folder) {
        return new ImageClassifierSettings(
                folder.toString(),
                ModelFallback.NONE,
                HubSettings.fromEnvironment(Map.of()),
                Precision.FP32,
                ArrangementSetting.AUTO,
                Concurrency.onAllCores(),
                new ImageLimits(50_000_000, Duration.ofMinutes(1), ImageLimits.DEFAULT.maxMemory()),
                Duration.ofMinutes(5));
    }
}
