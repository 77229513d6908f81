package whatis.image.bmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.image.BareBmp;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.RgbCanvas;
import whatis.image.raster.UnsupportedVariantException;

/** What is expected is what Pillow 13 makes of the files. */
class BmpImageTests {

    private static final int[] BLACK_AND_WHITE = {0, 0, 0, 0, 255, 255, 255, 0};
    private static final int[] RED_AND_BLUE = {0, 0, 255, 0, 255, 0, 0, 0};

    private static int[] decode(byte[] file) {
        BmpImage image = BmpImage.open(file);
        RgbCanvas canvas = new RgbCanvas(image.size());
        image.decode(canvas, DecodeBudget.start(Duration.ofMinutes(1)));
        byte[] rgb = canvas.image().rgb();
        return IntStream.range(0, rgb.length).map(i -> rgb[i] & 0xff).toArray();
    }

    private static int[] concat(int[] first, int... second) {
        return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
    }

    private static byte[] withMasks(int bits, int red, int green, int blue, int... pixels) {
        ByteBuffer masks = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        masks.putInt(red).putInt(green).putInt(blue);
        int[] rest = IntStream.range(0, 12).map(masks::get).toArray();
        byte[] file = BareBmp.of(1, 1, bits, 3, 0, concat(rest, pixels));
        file[10] += (byte) 12;
        return file;
    }

    @Test
    void decodeWhenRowsBeginAtTheBottomTurnsThem() {
        int[] pixels = {1, 2, 3, 0, 4, 5, 6, 0};
        assertThat(decode(BareBmp.of(1, 2, 24, 0, 0, pixels))).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(decode(BareBmp.of(1, -2, 24, 0, 0, pixels))).containsExactly(3, 2, 1, 6, 5, 4);
    }

    @Test
    void decodeWhenPixelsHaveABitLooksThemUpFromTheLeft() {
        byte[] file = BareBmp.of(3, 1, 1, 0, 2, concat(RED_AND_BLUE, 0b01000000, 0, 0, 0));
        assertThat(decode(file)).containsExactly(255, 0, 0, 0, 0, 255, 255, 0, 0);
    }

    @Test
    void decodeWhenPixelsHaveFourBitsLooksThemUpFromTheLeft() {
        byte[] file = BareBmp.of(3, 1, 4, 0, 2, concat(RED_AND_BLUE, 0x10, 0xf0, 0, 0));
        assertThat(decode(file)).containsExactly(0, 0, 255, 255, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"0x7c00, 0x3e0, 131, 131, 131", "0xf800, 0x7e0, 65, 64, 131"})
    void decodeWhenPixelsHaveSixteenBitsScalesEachBand(String red, String green, int r, int g, int b) {
        byte[] file = withMasks(16, Integer.decode(red), Integer.decode(green), 0x1f, 0x10, 0x42, 0, 0);
        assertThat(decode(file)).containsExactly(r, g, b);
    }

    @Test
    void decodeWhenMasksMoveChannelsFollows() {
        assertThat(decode(withMasks(32, 0xff000000, 0xff0000, 0xff00, 1, 2, 3, 4)))
                .containsExactly(4, 3, 2);
        assertThat(decode(withMasks(32, 0xff000000, 0xff00, 0xff, 1, 2, 3, 4))).containsExactly(4, 2, 1);
        assertThat(decode(withMasks(32, 0, 0, 0, 1, 2, 3, 4))).containsExactly(3, 2, 1);
        assertThat(decode(withMasks(24, 0xff0000, 0xff00, 0xff, 1, 2, 3, 4))).containsExactly(3, 2, 1);
    }

    @ParameterizedTest
    @CsvSource({"16, 0xf00, 0xf0, 0xf", "24, 0xff, 0xff00, 0xff0000", "32, 0x3ff00000, 0xffc00, 0x3ff"})
    void openWhenMasksAreUncommonNamesTheBits(int bits, String red, String green, String blue) {
        byte[] file = withMasks(bits, Integer.decode(red), Integer.decode(green), Integer.decode(blue), 1, 2, 3, 4);
        assertThatExceptionOfType(UnsupportedVariantException.class)
                .isThrownBy(() -> BmpImage.open(file))
                .withMessageStartingWith(bits + " bits a pixel");
    }

    /** Pillow goes by the palette, not by the bits that the header tells. */
    @Test
    void decodeWhenPaletteIsBlackAndWhiteTakesBytesForEightPixels() {
        byte[] file = BareBmp.of(4, 1, 8, 0, 2, concat(BLACK_AND_WHITE, 0b10100000, 1, 1, 1));
        assertThat(decode(file)).containsExactly(255, 255, 255, 0, 0, 0, 255, 255, 255, 0, 0, 0);
    }

    @Test
    void openWhenGreysAreWiderThanTheRowRefuses() {
        int[] greys = IntStream.range(0, 64).map(i -> i % 4 < 3 ? i / 4 : 0).toArray();
        assertThat(decode(BareBmp.of(2, 1, 4, 0, 16, concat(greys, 7, 9, 0, 0))))
                .containsExactly(7, 7, 7, 9, 9, 9);
        byte[] wide = BareBmp.of(5, 1, 4, 0, 16, concat(greys, 7, 9, 0, 0));
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> BmpImage.open(wide));
    }

    @Test
    void decodeWhenRunsEndRowsFillsThemWithTheFirstColour() {
        int[] runs = {1, 1, 0, 0, 0, 3, 1, 0, 1, 0, 0, 1};
        assertThat(decode(BareBmp.of(3, 2, 8, 1, 2, concat(RED_AND_BLUE, runs))))
                .containsExactly(0, 0, 255, 255, 0, 0, 0, 0, 255, 0, 0, 255, 255, 0, 0, 255, 0, 0);
    }

    @Test
    void decodeWhenRunsAreOfNibblesTakesTwoInTurns() {
        int[] runs = {3, 0x10, 0, 3, 0x01, 0x10};
        assertThat(decode(BareBmp.of(3, 2, 4, 2, 2, concat(RED_AND_BLUE, runs))))
                .containsExactly(255, 0, 0, 0, 0, 255, 0, 0, 255, 0, 0, 255, 255, 0, 0, 0, 0, 255);
    }

    @Test
    void decodeWhenRunsMoveSkipsPixels() {
        int[] runs = {0, 2, 1, 1, 2, 1};
        assertThat(decode(BareBmp.of(3, -2, 8, 1, 2, concat(RED_AND_BLUE, runs))))
                .containsExactly(255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 255);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 1", "2, 1", "0, 3"})
    void decodeWhenRunsEndEarlyRefuses(int first, int second) {
        byte[] file = BareBmp.of(3, 1, 8, 1, 2, concat(RED_AND_BLUE, first, second));
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> decode(file));
    }

    @ParameterizedTest
    @CsvSource({"4, a JPEG inside", "5, a PNG inside"})
    void openWhenBmpHoldsAnotherFileNamesIt(int compression, String name) {
        assertThatExceptionOfType(UnsupportedVariantException.class)
                .isThrownBy(() -> BmpImage.open(BareBmp.of(301, 203, 0, compression, 0)))
                .withMessage(name);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "64, 0", "24, 1", "8, 3"})
    void openWhenBitsAreUncommonNamesThem(int bits, int compression) {
        assertThatExceptionOfType(UnsupportedVariantException.class)
                .isThrownBy(() -> BmpImage.open(BareBmp.of(1, 1, bits, compression, 0, new int[16])))
                .withMessageContaining(String.valueOf(bits));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "2147483647, 2147483647"})
    void openWhenSizeIsImpossibleRefuses(int width, int height) {
        assertThatExceptionOfType(MalformedImageException.class)
                .isThrownBy(() -> BmpImage.open(BareBmp.of(width, height, 24, 0, 0)));
    }

    @Test
    void openWhenPaletteEndsBehindTheFileRefuses() {
        byte[] file = BareBmp.of(1, 1, 8, 0, 0, 0, 0, 0, 0);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(46, 0x7fffffff);
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> BmpImage.open(file));
    }

    @Test
    void memoryCountsAByteForEachPixelInRunsOnly() {
        BmpImage runs = BmpImage.open(BareBmp.of(5000, 4000, 8, 1, 2, RED_AND_BLUE));
        assertThat(runs.memory()).isBetween(20_000_000L, 20_100_000L);
        BmpImage rows = BmpImage.open(BareBmp.of(5000, 100, 8, 0, 2, concat(RED_AND_BLUE, new int[500_000])));
        assertThat(rows.memory()).isBetween(500_000L, 600_000L);
    }
}
