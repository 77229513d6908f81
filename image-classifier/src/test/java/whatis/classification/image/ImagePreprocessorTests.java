package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import whatis.image.DrawnImages;
import whatis.image.ImageDecoder;
import whatis.image.ImageLimits;
import whatis.image.ImageTooLargeException;
import whatis.image.UnreadableImageException;
import whatis.image.UnsupportedImageFormatException;
import whatis.image.raster.ImageSize;

class ImagePreprocessorTests {

    private static final byte[] IMAGE = DrawnImages.read("224x224.png");

    private static final List<String> KINDS =
            List.of("baseline.jpg", "progressive.jpg", "orientation-6.jpg", "rgb.png", "animated.gif", "lossless.webp");

    private final ImagePreprocessor preprocessor = Preprocessors.preprocessor(ImageLimits.DEFAULT);

    @Test
    void prepareWritesPlanesOfNormalizedSamples() {
        byte[] rgb = new ImageDecoder(ImageLimits.DEFAULT).decode(IMAGE).rgb();
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
        ImagePreprocessor wide = Preprocessors.preprocessor(new Resizing.Exact(new ImageSize(32, 16)), null);
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
        Preprocessors.preprocessor(new Resizing.None(ImageSize.square(224)), null)
                .prepare(IMAGE, target);
        assertThat(target.hasRemaining()).isFalse();
    }

    @Test
    void prepareWhenCheckpointDoesNotResizeRejectsAnotherSize() {
        assertThatExceptionOfType(UnexpectedImageSizeException.class)
                .isThrownBy(() -> Preprocessors.preprocessor(new Resizing.None(ImageSize.square(384)), null)
                        .prepare(IMAGE, FloatBuffer.allocate(3 * 384 * 384)))
                .withMessageContaining("224 x 224")
                .withMessageContaining("384 x 384");
    }

    /** The whole resized image would have 100 million pixels. */
    @Test
    void memoryWhenAThinImageIsCroppedIsThatOfTheCrop() {
        OpenedImage image = cropping().open(thinImage(2_000));
        assertThat(image.memory()).isLessThan(4 << 20);
        FloatBuffer target = FloatBuffer.allocate(cropping().floats());
        image.prepare(target);
        assertThat(target.hasRemaining()).isFalse();
    }

    @Test
    void memoryWhenBeyondTheLimitRejects() {
        ImagePreprocessor small =
                Preprocessors.preprocessor(new ImageLimits(50_000_000, Duration.ofSeconds(2), 1 << 20));
        assertThatExceptionOfType(ImageTooLargeException.class)
                .isThrownBy(() -> small.open(DrawnImages.read("2500x1700.jpg")))
                .withMessageMatching("The image takes [2-9] MiB to decode; at most 1 MiB are available.");
    }

    @Test
    void memoryIsEnoughForWhatPreparingAllocates() {
        FloatBuffer target = FloatBuffer.allocate(preprocessor.floats());
        for (String name : KINDS) {
            byte[] encoded = DrawnImages.read(name);
            preprocessor.prepare(encoded, target.clear());
            long before = allocated();
            OpenedImage image = preprocessor.open(encoded);
            image.prepare(target.clear());
            assertThat(allocated() - before + encoded.length).as(name).isLessThan(image.memory());
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Test
    void openWhenAThinImageBecomesLongerThanAnIntRejectsIt() {
        assertThatExceptionOfType(ImageTooLargeException.class)
                .isThrownBy(() -> cropping().open(withHeight(thinImage(2), 20_000_000)))
                .withMessageContaining("4,480,000,000 pixels long");
    }

    @Test
    void openWhenTheImageCannotBecomeTheInputRejectsItBeforeItIsDecoded() {
        byte[] damaged = DrawnImages.read("1x700.png");
        Arrays.fill(damaged, 41, damaged.length - 16, (byte) 0);
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> preprocessor.prepare(damaged, FloatBuffer.allocate(preprocessor.floats())));
        ImagePreprocessor square = Preprocessors.preprocessor(new Resizing.ShortestEdge(48), null);
        assertThatExceptionOfType(UnexpectedImageSizeException.class)
                .isThrownBy(() -> square.open(damaged))
                .withMessageContaining("1 x 700 pixels, and 48 x 33600 once it is resized");
    }

    private static ImagePreprocessor cropping() {
        return Preprocessors.preprocessor(
                new Resizing.ShortestEdge(224), CentreCrop.ofTransformers(ImageSize.square(224)));
    }

    /** Draws one column. */
    private static byte[] thinImage(int height) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(1, height, BufferedImage.TYPE_BYTE_GRAY), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withHeight(byte[] png, int height) {
        int header = 8 + 4;
        ByteBuffer.wrap(png).putInt(header + 4 + 4, height);
        CRC32 checksum = new CRC32();
        checksum.update(png, header, 4 + 13);
        ByteBuffer.wrap(png).putInt(header + 4 + 13, (int) checksum.getValue());
        return png;
    }

    @Test
    void prepareWhenManyThreadsCallGivesEachItsOwnImage() {
        List<FloatBuffer> alone = KINDS.stream().map(this::prepare).toList();
        IntStream.range(0, 10 * alone.size()).parallel().forEach(i -> {
            int image = i % alone.size();
            assertThat(prepare(KINDS.get(image))).isEqualTo(alone.get(image));
        });
    }

    private FloatBuffer prepare(String name) {
        FloatBuffer target = FloatBuffer.allocate(preprocessor.floats());
        preprocessor.prepare(DrawnImages.read(name), target);
        return target.flip();
    }
}
