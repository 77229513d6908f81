package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what {@link OpenedImage#memory} promises with heaps of that size. */
class ImageMemoryTests {

    private static final int WIDTH = 4_000;
    private static final int HEIGHT = 2_500;

    /** What the JVM, ImageIO and the file itself take. */
    private static final int BASE = 20 << 20;

    @TempDir
    Path folder;

    private final ImagePreprocessor preprocessor = Decoding.preprocessor(ImageLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "bmp", "tiff"})
    void memoryIsEnoughForAnImageWithoutAlpha(String format) throws Exception {
        requireEnough(write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR), format));
    }

    @Test
    void memoryIsEnoughForSixteenBits() throws Exception {
        ColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                ColorModel.TRANSLUCENT,
                DataBuffer.TYPE_USHORT);
        requireEnough(write(
                new BufferedImage(colors, colors.createCompatibleWritableRaster(WIDTH, HEIGHT), false, null), "png"));
    }

    private void requireEnough(Path image) throws Exception {
        long memory = memory(Files.readAllBytes(image));
        assertThat(memory).isBetween(3L * WIDTH * HEIGHT, 12L * WIDTH * HEIGHT);
        assertThat(PreparationProcess.run(image, memory + BASE)).isEqualTo(PreparationProcess.PREPARED);
    }

    @Test
    void prepareWhenMemoryIsShortDoesNotBlameTheImage() throws Exception {
        Path image = write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR), "png");
        assertThat(PreparationProcess.run(image, BASE)).isEqualTo(PreparationProcess.OUT_OF_MEMORY);
    }

    @Test
    void memoryWhenBeyondTheLimitRejects() {
        ImagePreprocessor small = Decoding.preprocessor(new ImageLimits(50_000_000, Duration.ofSeconds(2), 1 << 20));
        assertThatExceptionOfType(ImageTooLargeException.class)
                .isThrownBy(() -> small.open(DrawnImages.read("2500x1700.jpg")))
                .withMessageMatching("The image takes 1[0-9] MiB to decode; at most 1 MiB are available.");
    }

    /** Whole, the resized image would have 33 million pixels, of which 50,000 are wanted. */
    @Test
    void memoryIsEnoughForAnImageThatIsCropped() throws Exception {
        Path image = write(new BufferedImage(100_000, 200, BufferedImage.TYPE_3BYTE_BGR), "png");
        long memory;
        try (OpenedImage opened =
                PreparationProcess.cropping(ImageLimits.DEFAULT).open(Files.readAllBytes(image))) {
            memory = opened.memory();
        }
        assertThat(memory).isBetween(3L * 100_000 * 200, 7L * 100_000 * 200);
        assertThat(PreparationProcess.run(image, memory + BASE, "cropping")).isEqualTo(PreparationProcess.PREPARED);
    }

    private long memory(byte[] encoded) {
        try (OpenedImage image = preprocessor.open(encoded)) {
            return image.memory();
        }
    }

    private Path write(BufferedImage image, String format) throws IOException {
        File file = folder.resolve("image." + format).toFile();
        assertThat(ImageIO.write(image, format, file)).isTrue();
        return file.toPath();
    }
}
