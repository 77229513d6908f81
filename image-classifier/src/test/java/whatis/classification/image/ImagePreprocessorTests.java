package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImagePreprocessorTests {

    private static final byte[] IMAGE = DrawnImages.read("224x224.png");

    private final ImagePreprocessor preprocessor = Decoding.preprocessor(224, 224, true);

    @Test
    void prepareWritesPlanesOfNormalizedSamples() {
        byte[] rgb = Decoding.decode(IMAGE).rgb();
        FloatBuffer target = FloatBuffer.allocate(preprocessor.floats());
        preprocessor.prepare(IMAGE, target);
        int pixel = 100 * 224 + 50;
        for (int channel = 0; channel < 3; channel++) {
            float sample = (float) ((rgb[3 * pixel + channel] & 0xff) / 255.0);
            assertThat(target.get(channel * 224 * 224 + pixel)).isEqualTo((sample - 0.5f) / 0.5f);
        }
    }

    @Test
    void prepareWhenTargetIsDirectWritesSameFloatsFromItsPosition() {
        FloatBuffer heap = FloatBuffer.allocate(preprocessor.floats());
        preprocessor.prepare(IMAGE, heap);
        FloatBuffer direct = ByteBuffer.allocateDirect(2 * Float.BYTES * preprocessor.floats())
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .position(10);
        preprocessor.prepare(IMAGE, direct);
        assertThat(direct.position()).isEqualTo(10 + preprocessor.floats());
        assertThat(direct.flip().position(10)).isEqualTo(heap.flip());
    }

    @Test
    void prepareWhenModelIsNotSquareKeepsWidthAndHeightApart() {
        ImagePreprocessor wide = Decoding.preprocessor(32, 16, true);
        FloatBuffer target = FloatBuffer.allocate(wide.floats());
        wide.prepare(IMAGE, target);
        assertThat(wide.floats()).isEqualTo(3 * 16 * 32);
        assertThat(target.hasRemaining()).isFalse();
    }

    @Test
    void prepareWhenTargetIsTooSmallThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> preprocessor.prepare(IMAGE, FloatBuffer.allocate(100)))
                .withMessageContaining("100 floats");
    }

    @Test
    void prepareWhenImageIsRejectedWritesNothing() {
        FloatBuffer target = FloatBuffer.allocate(preprocessor.floats());
        assertThatExceptionOfType(UnsupportedImageFormatException.class)
                .isThrownBy(() -> preprocessor.prepare(new byte[0], target));
        assertThat(target.position()).isZero();
    }

    @Test
    void prepareWhenCheckpointDoesNotResizeTakesItsOwnSize() {
        FloatBuffer target = FloatBuffer.allocate(preprocessor.floats());
        Decoding.preprocessor(224, 224, false).prepare(IMAGE, target);
        assertThat(target.hasRemaining()).isFalse();
    }

    @Test
    void prepareWhenCheckpointDoesNotResizeRejectsAnotherSize() {
        assertThatExceptionOfType(UnexpectedImageSizeException.class)
                .isThrownBy(() ->
                        Decoding.preprocessor(384, 384, false).prepare(IMAGE, FloatBuffer.allocate(3 * 384 * 384)))
                .withMessageContaining("224 x 224")
                .withMessageContaining("384 x 384");
    }

    @Test
    void prepareWhenManyThreadsCallGivesEachItsOwnImage() {
        List<FloatBuffer> alone =
                DrawnImages.ONE_OF_EACH_KIND.stream().map(this::prepare).toList();
        IntStream.range(0, 10 * alone.size()).parallel().forEach(i -> {
            int image = i % alone.size();
            assertThat(prepare(DrawnImages.ONE_OF_EACH_KIND.get(image))).isEqualTo(alone.get(image));
        });
    }

    private FloatBuffer prepare(String name) {
        FloatBuffer target = FloatBuffer.allocate(preprocessor.floats());
        preprocessor.prepare(DrawnImages.read(name), target);
        return target.flip();
    }
}
