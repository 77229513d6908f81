package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
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
                "cmyk.tif",
                "grey.tif",
                "group4.tif",
                "lzw.tif",
                "orientation-6.jpg"
            })
    void memoryWhenPictureIsResizedStaysWithinWhatTheHeaderTells(String name) {
        byte[] encoded = DrawnImages.read(name);
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
