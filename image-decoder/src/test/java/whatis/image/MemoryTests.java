package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "rgb.png",
                "rgba.png",
                "grey-alpha.png",
                "one-bit.png",
                "palette-4-bit.png",
                "orientation-6.png",
                "1x700.png",
                "3000x2.png",
                "palette.gif",
                "interlaced.gif",
                "animated.gif",
                "one-bit.bmp",
                "palette.bmp",
                "rgba.bmp",
                "cmyk.tif",
                "grey.tif",
                "group4.tif",
                "lzw.tif",
                "lossy.webp",
                "lossless.webp",
                "alpha.webp",
                "animated.webp",
                "orientation-6.webp"
            })
    void memoryWhenPictureIsResizedStaysWithinWhatTheHeaderTells(String name) {
        assertStaysWithinWhatTheHeaderTells(DrawnImages.read(name));
    }

    @ParameterizedTest
    @CsvSource({"0, 16, false", "0, 16, true", "2, 16, true", "3, 1, true", "6, 8, true"})
    void memoryWhenPngIsInterlacedOrOfDeepGreyStaysWithinWhatTheHeaderTells(int type, int depth, boolean interlaced) {
        byte[] rows = new byte[4_000_000];
        assertStaysWithinWhatTheHeaderTells(
                new BarePng(700, 500, depth, type, interlaced).data(rows).end());
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
