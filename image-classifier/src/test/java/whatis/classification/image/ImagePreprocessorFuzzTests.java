package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class ImagePreprocessorFuzzTests {

    /** With fewer pixels than usual, as a fuzzer tries thousands of images a second. */
    private static final ImagePreprocessor PREPROCESSOR =
            Decoding.preprocessor(new ImageLimits(100_000, Duration.ofSeconds(2), 64 << 20));

    private final FloatBuffer target = FloatBuffer.allocate(PREPROCESSOR.floats());

    static Stream<byte[]> images() {
        return TinyImages.all().stream();
    }

    @MethodSource("images")
    @FuzzTest
    void prepareWhenBytesAreAnyPreparesOrRejects(byte[] image) {
        try (OpenedImage opened = PREPROCESSOR.open(image)) {
            assertThat(opened.memory()).isPositive();
            opened.prepare(target.clear());
            assertThat(target.hasRemaining()).isFalse();
        } catch (ImageRejectedException rejection) {
            assertThat(rejection).hasMessageEndingWith(".");
        }
    }
}
