package whatis.image.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RowResizerTests {

    private final DecodeBudget plenty = DecodeBudget.start(Duration.ofMinutes(1));

    @Test
    void bilinearWhenRowShrinksWeighsByDistanceOverScale() {
        // Weights 0.75, 0.75, 0.25 over 1.75: (10 x 0.75 + 20 x 0.25) / 1.75 and (10 x 0.25 + 220 x 0.75) / 1.75.
        assertThat(resizeRow(ResamplingFilter.BILINEAR, 2, 0, 10, 20, 200)).containsExactly(7, 96);
    }

    @Test
    void bilinearWhenRowGrowsInterpolatesBetweenNeighbours() {
        assertThat(resizeRow(ResamplingFilter.BILINEAR, 4, 0, 100)).containsExactly(0, 25, 75, 100);
    }

    @Test
    void nearestWhenRowShrinksPicksPixelsBehindCentres() {
        assertThat(resizeRow(ResamplingFilter.NEAREST, 2, 0, 10, 20, 200)).containsExactly(10, 200);
    }

    @Test
    void boxWhenRowShrinksAverages() {
        assertThat(resizeRow(ResamplingFilter.BOX, 2, 0, 10, 20, 200)).containsExactly(5, 110);
    }

    @Test
    void lanczosWhenItOvershootsStaysInRange() {
        assertThat(resizeRow(ResamplingFilter.LANCZOS, 2, 0, 10, 20, 200)).containsExactly(0, 104);
    }

    @ParameterizedTest
    @EnumSource
    void resizeWhenSizeIsRightLeavesPixels(ResamplingFilter filter) {
        RgbImage image = pattern(9, 4);
        assertThat(resize(image, Orientation.NORMAL, image.size(), filter)).isEqualTo(image);
    }

    @Test
    void resizeWhenOneRowGrowsRepeatsIt() {
        RgbImage image = pattern(5, 1);
        RgbImage resized = resize(image, Orientation.NORMAL, new ImageSize(5, 300), ResamplingFilter.BICUBIC);
        for (int y = 0; y < 300; y++) {
            assertThat(Arrays.copyOfRange(resized.rgb(), 15 * y, 15 * (y + 1))).isEqualTo(image.rgb());
        }
    }

    @Test
    void resizeWhenBudgetIsSpentThrows() {
        DecodeBudget spent = DecodeBudget.start(Duration.ofNanos(1));
        assertThatExceptionOfType(BudgetSpentException.class)
                .isThrownBy(() -> Resampling.of(
                        new ImageSize(2_000, 2_000),
                        Orientation.NORMAL,
                        ResizeTarget.whole(new ImageSize(224, 224)),
                        ResamplingFilter.LANCZOS,
                        spent));
    }

    /** Stored pixels that are resized and then turned must equal those that are turned and then resized. */
    @ParameterizedTest
    @EnumSource
    void resizeWhenPictureWillBeTurnedWeighsFromTheEndThatCounts(Orientation orientation) {
        for (ResamplingFilter filter : ResamplingFilter.values()) {
            for (ImageSize target :
                    new ImageSize[] {new ImageSize(7, 5), new ImageSize(13, 90), new ImageSize(90, 3)}) {
                RgbImage stored = pattern(37, 61);
                RgbImage turnedFirst = resize(orientation.apply(stored, plenty), Orientation.NORMAL, target, filter);
                RgbImage turnedLast = orientation.apply(resize(stored, orientation, target, filter), plenty);
                assertThat(turnedLast).as("%s to %s", filter, target).isEqualTo(turnedFirst);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void resizeWhenPartIsWantedMakesThatPartOfTheWhole(Orientation orientation) {
        RgbImage stored = pattern(37, 61);
        for (ResamplingFilter filter : ResamplingFilter.values()) {
            for (ResizeTarget target : new ResizeTarget[] {
                new ResizeTarget(new ImageSize(20, 15), new Span(3, 9), new Span(5, 1)),
                new ResizeTarget(new ImageSize(13, 300), new Span(0, 13), new Span(298, 2)),
                new ResizeTarget(new ImageSize(300, 7), new Span(140, 30), new Span(0, 6)),
                new ResizeTarget(orientation.turned(stored.size()), new Span(11, 20), new Span(10, 9))
            }) {
                RgbImage whole = orientation.apply(resize(stored, orientation, target.size(), filter), plenty);
                RgbImage part = orientation.apply(resize(stored, orientation, target, filter), plenty);
                assertThat(part).as("%s to %s", filter, target).isEqualTo(cut(whole, target));
            }
        }
    }

    private static RgbImage cut(RgbImage whole, ResizeTarget target) {
        ImageSize part = target.part();
        byte[] rgb = new byte[3 * (int) part.pixels()];
        for (int y = 0; y < part.height(); y++) {
            int from = 3
                    * ((target.rows().first() + y) * whole.width()
                            + target.columns().first());
            System.arraycopy(whole.rgb(), from, rgb, 3 * y * part.width(), 3 * part.width());
        }
        return new RgbImage(part.width(), part.height(), rgb);
    }

    @Test
    void resizeWhenTargetIsVeryLongMakesTheWantedPartOnly() {
        RgbImage image = pattern(2, 1);
        ResizeTarget target = new ResizeTarget(new ImageSize(1 << 30, 1), new Span((1 << 30) - 3, 3), new Span(0, 1));
        RgbImage end = resize(image, Orientation.NORMAL, target, ResamplingFilter.BILINEAR);
        assertThat(end.rgb()).startsWith(image.rgb()[3], image.rgb()[4], image.rgb()[5]);
        assertThat(Resampling.memory(image.size(), Orientation.NORMAL, target, ResamplingFilter.BILINEAR))
                .isLessThan(10_000);
    }

    /**
     * Beginnings of SHA-256 that Pillow 13.0.0 gave: {@code y, x, c = numpy.mgrid[0:height, 0:width, 0:3];
     * p = Image.fromarray(((x * 37 + y * 101 + c * 59 ^ x * y) % 256).astype("uint8"));
     * hashlib.sha256(p.resize(size, filter).tobytes()).hexdigest()}. From 60 x 50 to 50 x 30 the horizontal pass comes
     * first, from 60 x 51 the vertical one; the third grows, the last two take one pass.
     */
    @ParameterizedTest
    @CsvSource({
        "60, 50, 50, 30, 67bd275091a4b119, 67187ee43eec09a5, 7b3cdec9e1a626d5, f076ef66429b5101, f772264d5c091147, c5a0f4327503b748",
        "60, 51, 50, 30, b142f36efffdc6fd, cab9716b395075fd, 75a5693df79c2b8e, 4e2502205e71a8d0, 2f7143edcbaaf08d, 107575898d70f3df",
        "7, 5, 20, 30, d576c3e4d7f4b11c, f0953ae71a0818a2, 90a9d4e02c98ccca, 4529f03cafb79c10, d576c3e4d7f4b11c, f77f73e55251da52",
        "100, 40, 20, 40, 04a4b92ba3577364, 4a270f420af0e2b2, 64bd385fca0b271e, 345b88804ac2a649, 28e85869b61326ce, 834aff8f077db93a",
        "31, 97, 31, 20, 86e35f9772cf530a, 44af12a25dbd3b2a, 2ca18e04c31e40fb, 215896e09ebbc531, e967dcb2e18d4640, 2320f8d38e335d25"
    })
    void resizeWithEachFilterEqualsPillow(
            int width,
            int height,
            int targetWidth,
            int targetHeight,
            String nearest,
            String lanczos,
            String bilinear,
            String bicubic,
            String box,
            String hamming)
            throws Exception {
        String[] expected = {nearest, lanczos, bilinear, bicubic, box, hamming};
        for (int code = 0; code < expected.length; code++) {
            byte[] resized = resize(
                            pattern(width, height),
                            Orientation.NORMAL,
                            new ImageSize(targetWidth, targetHeight),
                            ResamplingFilter.ofPillowCode(code))
                    .rgb();
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(resized));
            assertThat(digest).as("filter %d", code).startsWith(expected[code]);
        }
    }

    private RgbImage resize(RgbImage image, Orientation orientation, ImageSize target, ResamplingFilter filter) {
        return resize(image, orientation, ResizeTarget.whole(target), filter);
    }

    private RgbImage resize(RgbImage image, Orientation orientation, ResizeTarget target, ResamplingFilter filter) {
        RowResizer resizer = new RowResizer(Resampling.of(image.size(), orientation, target, filter, plenty), plenty);
        int length = 3 * image.width();
        for (int y = 0; y < image.height(); y++) {
            resizer.row(y, Arrays.copyOfRange(image.rgb(), y * length, (y + 1) * length));
        }
        return resizer.result();
    }

    private int[] resizeRow(ResamplingFilter filter, int width, int... greys) {
        byte[] rgb = new byte[3 * greys.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) greys[i / 3];
        }
        RgbImage resized =
                resize(new RgbImage(greys.length, 1, rgb), Orientation.NORMAL, new ImageSize(width, 1), filter);
        int[] result = new int[width];
        Arrays.setAll(result, x -> resized.rgb()[3 * x] & 0xff);
        return result;
    }

    private static RgbImage pattern(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            int c = i % 3;
            int x = i / 3 % width;
            int y = i / 3 / width;
            rgb[i] = (byte) (x * 37 + y * 101 + c * 59 ^ x * y);
        }
        return new RgbImage(width, height, rgb);
    }
}
