package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.ResizeTarget;
import whatis.image.raster.Span;

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
                "rgba.bmp"
            })
    void memoryWhenPictureIsResizedStaysWithinWhatTheHeaderTells(String name) {
        byte[] encoded = DrawnImages.read(name);
        for (ResizeTarget target : new ResizeTarget[] {
            ResizeTarget.whole(new ImageSize(224, 224)),
            ResizeTarget.whole(new ImageSize(7, 500)),
            ResizeTarget.whole(new ImageSize(900, 9)),
            new ResizeTarget(new ImageSize(320, 256), new Span(48, 224), new Span(16, 224)),
            new ResizeTarget(new ImageSize(1_000_000, 1_000_000), new Span(9_000, 30), new Span(500_000, 40))
        }) {
            for (ResamplingFilter filter : ResamplingFilter.values()) {
                decoder.open(encoded).resize(target, filter);
                long promised = decoder.open(encoded).memoryToResize(target, filter);
                long before = allocated();
                decoder.open(encoded).resize(target, filter);
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
