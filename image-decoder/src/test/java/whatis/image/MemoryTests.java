package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

/** Holds what decoding takes, garbage included, against what it says that it takes. */
class MemoryTests {

    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(50_000_000, Duration.ofMinutes(1), 1 << 30));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2500x1700.jpg",
                "baseline.jpg",
                "progressive.jpg",
                "subsampling-422.jpg",
                "subsampling-444.jpg",
                "grey.jpg",
                "cmyk.jpg",
                "orientation-6.jpg",
                "palette.gif",
                "interlaced.gif",
                "animated.gif",
                "one-bit.bmp",
                "palette.bmp",
                "rgba.bmp",
                "lossy.webp",
                "lossless.webp",
                "alpha.webp",
                "animated.webp",
                "orientation-6.webp"
            })
    void memoryWhenPictureIsResizedStaysWithinWhatTheHeaderTells(String name) {
        assertStaysWithinWhatTheHeaderTells(DrawnImages.read(name));
    }

    @Test
    void memoryWhenRowsAreOutOfOrderStaysWithinWhatTheHeaderTells() {
        assertStaysWithinWhatTheHeaderTells(new BareGif(900, 700)
                .frame(0, 0, 900, 700, true)
                .samples(1, new int[900 * 700])
                .end());
        IntStream palette = IntStream.range(0, 4 * 256);
        IntStream runs =
                IntStream.range(0, 700).flatMap(row -> IntStream.of(225, row, 225, row, 225, row, 225, row, 0, 0));
        assertStaysWithinWhatTheHeaderTells(
                BareBmp.of(900, 700, 8, 1, 0, IntStream.concat(palette, runs).toArray()));
    }

    private void assertStaysWithinWhatTheHeaderTells(byte[] encoded) {
        for (ImageSize target :
                new ImageSize[] {new ImageSize(224, 224), new ImageSize(7, 500), new ImageSize(900, 9)}) {
            for (ResamplingFilter filter : ResamplingFilter.values()) {
                decoder.resize(encoded, target, filter);
                long promised = decoder.memoryToResize(encoded, target, filter);
                long before = allocated();
                decoder.resize(encoded, target, filter);
                assertThat(allocated() - before)
                        .as("%s to %s, in bytes", filter, target)
                        .isLessThan(promised);
            }
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
