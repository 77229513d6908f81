package whatis.startermodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawSamplesTests {

    private static final Path FOLDER = Path.of("samples");

    /** In levels of 0 to 255: JDKs differ in how they round the edges of shapes. */
    private static final int ROUNDING = 8;

    @Test
    void folderWhenListedHasExactlyTheSamples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(DrawSamples.SAMPLES.keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleWhenDrawnAgainHasTheSamePixels(Map.Entry<String, Drawing> sample) throws IOException {
        BufferedImage shipped = ImageIO.read(FOLDER.resolve(sample.getKey()).toFile());
        BufferedImage drawn = sample.getValue().image();
        assertThat(shipped.getWidth()).isEqualTo(drawn.getWidth());
        assertThat(shipped.getHeight()).isEqualTo(drawn.getHeight());
        assertThat(largestDifference(shipped, drawn)).isLessThanOrEqualTo(ROUNDING);
    }

    static Stream<Map.Entry<String, Drawing>> samples() {
        return DrawSamples.SAMPLES.entrySet().stream();
    }

    private static int largestDifference(BufferedImage first, BufferedImage second) {
        int largest = 0;
        for (int y = 0; y < first.getHeight(); y++) {
            for (int x = 0; x < first.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int difference = (first.getRGB(x, y) >> shift & 0xff) - (second.getRGB(x, y) >> shift & 0xff);
                    largest = Math.max(largest, Math.abs(difference));
                }
            }
        }
        return largest;
    }
}
