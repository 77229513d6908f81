package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import whatis.image.raster.BudgetSpentException;
import whatis.image.raster.ImageSize;
import whatis.image.raster.Orientation;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.ResizeTarget;
import whatis.image.raster.RgbImage;
import whatis.image.raster.Span;

class ImageDecoderTests {

    private static final ImageSize SMALL = new ImageSize(20, 10);

    private final ImageDecoder decoder = decoder(1_000_000, Duration.ofSeconds(10), 64 << 20);

    private static ImageDecoder decoder(long maxPixels, Duration budget, long maxMemory) {
        return new ImageDecoder(new ImageLimits(maxPixels, budget, maxMemory));
    }

    @Test
    void headerWhenPictureIsTurnedTellsBothSizes() {
        ImageHeader header = decoder.header(DrawnImages.read("orientation-6.jpg"));
        RgbImage upright = decoder.decode(DrawnImages.read("orientation-6.jpg"));
        assertThat(header.format()).isEqualTo(ImageFormat.JPEG);
        assertThat(header.orientation()).isEqualTo(Orientation.TURNED_RIGHT);
        assertThat(header.size()).isEqualTo(upright.size());
        assertThat(header.storedSize()).isEqualTo(upright.size().transposed());
    }

    @Test
    void headerWhenPictureIsBaselineTellsMemoryOfRowsOnly() {
        byte[] large = DrawnImages.read("2500x1700.jpg");
        ImageDecoder modest = decoder(50_000_000, Duration.ofSeconds(1), 64 << 20);
        ImageHeader header = modest.header(large);
        assertThat(header.memory()).isBetween(1L << 20, 4L << 20);
        assertThat(modest.memoryToResize(large, new ImageSize(224, 224), ResamplingFilter.BILINEAR))
                .isBetween(header.memory(), 6L << 20);
        assertThat(header.memoryToDecode()).isEqualTo(header.memory() + 3 * 2500 * 1700);
    }

    @Test
    void headerWhenPictureIsProgressiveTellsMemoryOfCoefficients() {
        ImageHeader baseline = decoder.header(DrawnImages.read("baseline.jpg"));
        ImageHeader progressive = decoder.header(DrawnImages.read("progressive.jpg"));
        assertThat(progressive.memory() - baseline.memory())
                .isGreaterThan(2 * baseline.size().pixels());
    }

    @Test
    void decodeWhenRowsAreTakenHandsThemOnFromTheTop() {
        byte[] encoded = DrawnImages.read("subsampling-422.jpg");
        RgbImage whole = decoder.decode(encoded);
        AtomicInteger rows = new AtomicInteger();
        decoder.decode(encoded, (y, rgb) -> {
            int length = 3 * whole.width();
            assertThat(y).isEqualTo(rows.getAndIncrement());
            assertThat(Arrays.equals(rgb, 0, length, whole.rgb(), y * length, (y + 1) * length))
                    .isTrue();
        });
        assertThat(rows).hasValue(whole.height());
    }

    @Test
    void drawnPicturesWhenDecodedAreNoneOfThemRefused() {
        assertThat(ImageDecoder.drawnPictures())
                .isNotEmpty()
                .allSatisfy(picture -> assertThatNoException()
                        .isThrownBy(() -> decoder.resize(picture, SMALL, ResamplingFilter.BILINEAR)));
    }

    @Test
    void decodeWhenFormatIsUnknownNamesThoseThatAreRead() {
        assertThatExceptionOfType(UnsupportedImageFormatException.class)
                .isThrownBy(() -> decoder.decode(new byte[] {'J', 'P', 'E', 'G'}))
                .withMessageEndingWith("accepted formats: JPEG, PNG, GIF, BMP, WebP, TIFF.");
        assertThatExceptionOfType(UnsupportedImageFormatException.class).isThrownBy(() -> decoder.header(new byte[0]));
    }

    @Test
    void decodeWhenPixelsAreTooManyRefuses() {
        byte[] encoded = new BareJpeg().frame(0xc0, 1001, 1000).scan(0, 63).end();
        assertThatExceptionOfType(ImageTooLargeException.class)
                .isThrownBy(() -> decoder.header(encoded))
                .withMessage("The image has 1,001,000 pixels; at most 1,000,000 are accepted.");
    }

    @Test
    void decodeWhenMemoryIsShortRefuses() {
        byte[] encoded = DrawnImages.read("progressive.jpg");
        ImageDecoder modest = decoder(1_000_000, Duration.ofSeconds(1), 100_000);
        assertThatExceptionOfType(ImageTooLargeException.class)
                .isThrownBy(() -> modest.resize(encoded, SMALL, ResamplingFilter.BILINEAR))
                .withMessageContaining("MiB");
    }

    @Test
    void resizeWhenTargetIsHugeRefuses() {
        byte[] encoded = DrawnImages.read("60x40.jpg");
        assertThatExceptionOfType(ImageTooLargeException.class)
                .isThrownBy(() -> decoder.resize(encoded, new ImageSize(20_000, 20_000), ResamplingFilter.BILINEAR));
    }

    @Test
    void decodeWhenBudgetIsSpentRefuses() {
        byte[] bomb = BareJpeg.scanBomb(4000, 4000, 1000);
        ImageDecoder hasty = decoder(50_000_000, Duration.ofMillis(100), 1 << 30);
        long start = System.nanoTime();
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> hasty.resize(bomb, SMALL, ResamplingFilter.BILINEAR))
                .withMessage("The image takes too long to decode; at most 100 ms are allowed.")
                .withCauseInstanceOf(BudgetSpentException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "0xc3, lossless coding",
        "0xc9, arithmetic coding",
        "0xca, arithmetic coding",
        "0xc5, hierarchical coding",
        "0xcf, lossless coding"
    })
    void decodeWhenCodingIsNotReadNamesIt(String marker, String name) {
        byte[] encoded =
                new BareJpeg().frame(Integer.decode(marker), 8, 8).scan(0, 63).end();
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> decoder.decode(encoded))
                .withMessage("The JPEG image is of a variant that can't be read: " + name + ".");
    }

    @Test
    void decodeWhenSamplesHaveTwelveBitsNamesThem() {
        byte[] encoded = new BareJpeg()
                .segment(0xc1, 12, 0, 8, 0, 8, 1, 1, 0x11, 0)
                .scan(0, 63)
                .end();
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> decoder.decode(encoded))
                .withMessageContaining("12 bits a sample");
    }

    /** Turning the small result must equal resizing the turned picture, however the passes and their weights are ordered. */
    @ParameterizedTest
    @EnumSource(ResamplingFilter.class)
    void resizeWhenPictureIsTurnedEqualsResizingRowsUpright(ResamplingFilter filter) {
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] encoded = DrawnImages.read("orientation-" + orientation + ".jpg");
            RgbImage upright = decoder.decode(encoded);
            for (ResizeTarget target : new ResizeTarget[] {
                ResizeTarget.whole(SMALL),
                ResizeTarget.whole(SMALL.transposed()),
                ResizeTarget.whole(new ImageSize(7, 301)),
                ResizeTarget.whole(upright.size()),
                new ResizeTarget(new ImageSize(30, 40), new Span(11, 9), new Span(20, 13)),
                new ResizeTarget(upright.size(), new Span(31, 9), new Span(17, 13))
            }) {
                assertThat(decoder.open(encoded).resize(target, filter))
                        .as("orientation %d to %s", orientation, target)
                        .isEqualTo(Resized.byRows(upright, target, filter));
            }
        }
    }
}
