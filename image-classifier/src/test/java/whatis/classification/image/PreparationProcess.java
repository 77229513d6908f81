package whatis.classification.image;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A JVM of its own that prepares one image with a heap as small as a test likes. */
final class PreparationProcess {

    static final int PREPARED = 0;
    static final int REJECTED = 10;
    static final int OUT_OF_MEMORY = 11;

    private PreparationProcess() {}

    /** Returns what many networks other than ViT have in front of them. */
    static ImagePreprocessor cropping(ImageLimits limits) {
        return Decoding.preprocessor(
                new Resizing.ShortestEdge(256), CentreCrop.ofTransformers(ImageSize.square(224)), limits);
    }

    /** Returns how it ended. */
    static int run(Path image, long heapBytes) throws IOException, InterruptedException {
        return run(image, heapBytes, "resizing");
    }

    static int run(Path image, long heapBytes, String preprocessing) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmn2m",
                        "-Xmx" + heapBytes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PreparationProcess.class.getName(),
                        image.toString(),
                        preprocessing))
                .inheritIO()
                .start()
                .waitFor();
    }

    public static void main(String[] arguments) throws IOException {
        byte[] image = Files.readAllBytes(Path.of(arguments[0]));
        ImageLimits limits = new ImageLimits(50_000_000, Duration.ofMinutes(1), Long.MAX_VALUE);
        ImagePreprocessor preprocessor =
                arguments[1].equals("cropping") ? cropping(limits) : Decoding.preprocessor(limits);
        try {
            preprocessor.prepare(image, FloatBuffer.allocate(preprocessor.floats()));
        } catch (ImageRejectedException rejection) {
            rejection.printStackTrace();
            System.exit(REJECTED);
        } catch (OutOfMemoryError shortage) {
            System.exit(OUT_OF_MEMORY);
        }
    }
}
