package whatis.image.gif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.image.BareGif;
import whatis.image.DrawnImages;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;
import whatis.image.raster.RgbCanvas;
import whatis.image.raster.RgbImage;

/** What is expected is what Pillow 13 makes of the files. */
class GifImageTests {

    private static final int[] GREYS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3};
    private static final int[] COLORS = {50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61};
    private static final int[] FOUR = {0, 1, 2, 3};

    private static RgbImage decode(GifImage image) {
        RgbCanvas canvas = new RgbCanvas(image.size());
        image.decode(canvas, DecodeBudget.start(Duration.ofMinutes(1)));
        return canvas.image();
    }

    private static int[] reds(GifImage image) {
        RgbImage picture = decode(image);
        int[] reds = new int[picture.width() * picture.height()];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = picture.rgb()[3 * i] & 0xff;
        }
        return reds;
    }

    private static GifImage open(BareGif gif) {
        return GifImage.open(gif.end());
    }

    @Test
    void decodeWhenFrameIsSmallerThanTheCanvasFillsTheRestWithTheFirstColour() {
        BareGif gif = new BareGif(4, 3, COLORS).frame(1, 1, 2, 1, false).samples(2, 2, 3);
        assertThat(reds(open(gif))).containsExactly(50, 50, 50, 50, 50, 56, 59, 50, 50, 50, 50, 50);
    }

    @Test
    void decodeWhenFrameIsSmallerThanTheCanvasFillsTheRestWithTheHiddenColour() {
        BareGif gif =
                new BareGif(3, 1, COLORS).hidden(2).frame(1, 0, 1, 1, false).samples(2, 3);
        assertThat(reds(open(gif))).containsExactly(56, 59, 56);
    }

    @Test
    void decodeWhenFrameGoesBeyondTheCanvasLetsItGrow() {
        BareGif gif = new BareGif(0, 0, COLORS).frame(1, 0, 1, 2, false).samples(2, 2, 3);
        assertThat(reds(open(gif))).containsExactly(50, 56, 50, 59);
    }

    @Test
    void decodeWhenThereIsNoPaletteIsGrey() {
        assertThat(reds(open(new BareGif(2, 2).frame(0, 0, 2, 2, false).samples(2, FOUR))))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void decodeWhenPaletteIsShortTakesOthersForBlack() {
        BareGif gif =
                new BareGif(2, 2, 50, 0, 0, 60, 0, 0).frame(0, 0, 2, 2, false).samples(2, FOUR);
        assertThat(reds(open(gif))).containsExactly(50, 60, 0, 0);
    }

    @Test
    void decodeWhenFrameHasColoursOfItsOwnTakesThem() {
        BareGif gif = new BareGif(2, 2, COLORS)
                .frame(0, 0, 2, 2, false, 9, 0, 0, 8, 0, 0)
                .samples(2, FOUR);
        assertThat(reds(open(gif))).containsExactly(9, 8, 0, 0);
    }

    /** Pillow forgets the frame's greys over the colours of the file, but not for what is hidden. */
    @Test
    void decodeWhenFrameHasGreysOfItsOwnTakesTheFilesColours() {
        BareGif gif = new BareGif(2, 2, COLORS)
                .hidden(2)
                .frame(0, 0, 2, 2, false, GREYS)
                .samples(2, FOUR);
        GifImage image = open(gif);
        image.whitenHiddenColor();
        assertThat(reds(image)).containsExactly(50, 53, 56, 59);
    }

    /** Rows come in passes, of which these heights leave out some. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0 1", "3, 0 2 1", "5, 0 3 2 4 1", "9, 0 5 3 6 2 7 4 8 1"})
    void decodeWhenFrameIsInterlacedPutsRowsInOrder(int height, String expected) {
        int[] samples = new int[height];
        for (int i = 0; i < height; i++) {
            samples[i] = i;
        }
        BareGif gif = new BareGif(1, height).frame(0, 0, 1, height, true).samples(4, samples);
        assertThat(reds(open(gif))).containsExactly(parse(expected));
    }

    private static int[] parse(String numbers) {
        return Arrays.stream(numbers.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** As transformers 5.23 makes of it after {@code convert("RGB")}. */
    @Test
    void whitenHiddenColorWhenDrawnFileHidesOneMakesItWhite() throws Exception {
        GifImage image = GifImage.open(DrawnImages.read("transparent.gif"));
        image.whitenHiddenColor();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(decode(image).rgb());
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("1a98b561b6a678c56c628754e63f9a36192ff2909d3c0badb924127b190afd74");
    }

    @Test
    void whitenHiddenColorWhenOtherSamplesHaveTheColourWhitensThemToo() {
        int[] colors = {1, 1, 1, 5, 5, 5, 1, 1, 1, 6, 6, 6};
        GifImage image = open(
                new BareGif(3, 2, colors).hidden(0).frame(0, 0, 2, 2, false).samples(2, FOUR));
        image.whitenHiddenColor();
        assertThat(reds(image)).containsExactly(255, 5, 255, 255, 6, 255);
    }

    @Test
    void whitenHiddenColorWhenNothingIsHiddenChangesNothing() {
        GifImage image = open(new BareGif(2, 2, COLORS).frame(0, 0, 2, 2, false).samples(2, FOUR));
        image.whitenHiddenColor();
        assertThat(reds(image)).containsExactly(50, 53, 56, 59);
    }

    @Test
    void whitenHiddenColorWhenPaletteIsGreyWhitensTheGrey() {
        GifImage image =
                open(new BareGif(2, 2, GREYS).hidden(2).frame(0, 0, 2, 2, false).samples(2, FOUR));
        image.whitenHiddenColor();
        assertThat(reds(image)).containsExactly(0, 1, 255, 3);
    }

    @Test
    void decodeWhenSeveralControlsComeTakesTheLastThatHides() {
        BareGif gif = new BareGif(2, 1, COLORS)
                .hidden(1)
                .hidden(3)
                .extension(0xf9, 0, 0, 0, 2)
                .write(0);
        assertThat(reds(open(gif.frame(0, 0, 1, 1, false).samples(2, 0)))).containsExactly(50, 59);
    }

    @Test
    void decodeWhenCodeEndsEarlyGoesOnInFollowingBlocks() {
        BareGif early = new BareGif(2, 2, COLORS).frame(0, 0, 2, 2, false).samples(2, 0, 1);
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> decode(open(early)));
        // Like Pillow, which looks for more only if the file goes on after the 65,536 bytes that it reads at once.
        BareGif more = new BareGif(2, 2, COLORS).frame(0, 0, 2, 2, false).codes(2, 0, 1);
        more.write(1, 0x0d, 0).write(new int[1 << 16]);
        assertThat(reds(open(more))).containsExactly(50, 53, 56, 59);
    }

    @Test
    void decodeWhenBytesFollowThePixelsDoesNotReadThem() {
        byte[] whole = new BareGif(2, 2, COLORS)
                .frame(0, 0, 2, 2, false)
                .codes(2, FOUR)
                .write(0xff, 0xff)
                .end();
        assertThat(reds(GifImage.open(whole))).containsExactly(50, 53, 56, 59);
    }

    @Test
    void openWhenThereIsNoFrameRefuses() {
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> open(new BareGif(2, 2, COLORS)));
    }

    @Test
    void openWhenFrameIsEmptyRefuses() {
        BareGif gif = new BareGif(2, 2, COLORS).frame(0, 0, 0, 2, false).samples(2);
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> open(gif));
    }

    @Test
    void openWhenSamplesHaveThirteenBitsRefuses() {
        BareGif gif = new BareGif(2, 2, COLORS).frame(0, 0, 2, 2, false).write(13, 1, 0, 0);
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> open(gif));
    }

    @Test
    void decodeWhenCodeStandsForNothingRefuses() {
        BareGif gif = new BareGif(2, 2, COLORS).frame(0, 0, 2, 2, false).write(2, 1, 0b111_000_100, 0);
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> decode(open(gif)));
    }

    @Test
    void orientationWhenXmpTellsOneIsNormalAllTheSame() {
        byte[] xmp = "XMP DataXMP".getBytes(StandardCharsets.ISO_8859_1);
        byte[] text = "<x tiff:Orientation=\"6\"/>".getBytes(StandardCharsets.ISO_8859_1);
        BareGif gif = new BareGif(2, 2, COLORS)
                .extension(0xff, ints(xmp))
                .write(text.length)
                .write(ints(text));
        GifImage image = open(gif.write(0).frame(0, 0, 2, 2, false).samples(2, FOUR));
        assertThat(image.orientation()).isEqualTo(Orientation.NORMAL);
    }

    private static int[] ints(byte[] bytes) {
        int[] ints = new int[bytes.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = bytes[i];
        }
        return ints;
    }

    @Test
    void memoryCountsAByteForEachPixelOfAnInterlacedFrameOnly() {
        GifImage rows = open(new BareGif(9, 9).frame(0, 0, 5000, 4000, false).write(2));
        GifImage interlaced =
                open(new BareGif(9, 9).frame(0, 0, 5000, 4000, true).write(2));
        assertThat(rows.size()).isEqualTo(new ImageSize(5000, 4000));
        assertThat(rows.memory()).isLessThan(200_000);
        assertThat(interlaced.memory() - rows.memory()).isEqualTo(5000 * 3999);
    }
}
