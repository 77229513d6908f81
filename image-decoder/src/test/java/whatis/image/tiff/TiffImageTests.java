package whatis.image.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.image.BareTiff;
import whatis.image.raster.BudgetSpentException;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.RgbCanvas;
import whatis.image.raster.RgbImage;
import whatis.image.raster.UnsupportedVariantException;

class TiffImageTests {

    private static final int LZW = 5;

    private static byte[] decode(byte[] file) {
        TiffImage image = TiffImage.open(file);
        RgbCanvas canvas = new RgbCanvas(image.size());
        image.decode(canvas, DecodeBudget.start(Duration.ofSeconds(10)));
        RgbImage rgb = canvas.image();
        return rgb.rgb();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Pillow doesn't know the big-endian ones. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void decodeWhenFileIsBigTiffReadsEitherByteOrder(boolean littleEndian) {
        byte[] file = BareTiff.big(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .field(BareTiff.WIDTH, 2)
                .field(BareTiff.LENGTH, 1)
                .field(BareTiff.BITS, 8)
                .field(BareTiff.PHOTOMETRIC, 1)
                .strip(7, 200)
                .end();
        assertThat(decode(file)).isEqualTo(bytes(7, 7, 7, 200, 200, 200));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0x00ff 0x0000, 255 0",
        "1, 0x03ff 0x0100, 255 64",
        "1, 0x0fff 0x0400, 255 64",
        "1, 0x3fff 0x1000, 255 64",
        "1, 0xffff 0x4000, 255 64",
        "0, 0x0fff 0x0400, 0 191"
    })
    void decodeWhenGreyHasSixteenBitsScalesByTheLargestSample(int photometric, String samples, String greys) {
        int[] stored = Arrays.stream(samples.split(" "))
                .mapToInt(Integer::decode)
                .flatMap(sample -> IntStream.of(sample & 0xff, sample >> 8))
                .toArray();
        byte[] file = BareTiff.grey(2, 1)
                .field(BareTiff.BITS, 16)
                .field(BareTiff.PHOTOMETRIC, photometric)
                .strip(stored)
                .end();
        int[] expected = Arrays.stream(greys.split(" "))
                .mapToInt(Integer::parseInt)
                .flatMap(grey -> IntStream.of(grey, grey, grey))
                .toArray();
        assertThat(decode(file)).isEqualTo(bytes(expected));
    }

    /** Pillow takes each byte for a sample there. */
    @Test
    void decodeWhenPlanesHaveSixteenBitsTakesTheHighBytes() {
        byte[] file = BareTiff.grey(1, 2)
                .field(BareTiff.BITS, 16, 16, 16)
                .field(BareTiff.SAMPLES, 3)
                .field(BareTiff.PHOTOMETRIC, 2)
                .field(BareTiff.PLANAR, 2)
                .data(0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6)
                .field(BareTiff.STRIP_OFFSETS, 8, 12, 16)
                .end();
        assertThat(decode(file)).isEqualTo(bytes(1, 3, 5, 2, 4, 6));
    }

    @Test
    void decodeWhenStripsAreMissingLeavesTheRestBlack() {
        byte[] file = BareTiff.grey(2, 2)
                .field(BareTiff.ROWS_PER_STRIP, 1)
                .strip(9, 8)
                .end();
        assertThat(decode(file)).isEqualTo(bytes(9, 9, 9, 8, 8, 8, 0, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "6, JPEG compression of the old style",
        "34712, JPEG 2000 compression",
        "34887, LERC compression",
        "34925, LZMA compression",
        "50000, Zstandard (zstd) compression",
        "50001, WebP compression",
        "12345, compression 12345",
        "34713, camera RAW; export the picture as JPEG"
    })
    void openWhenCompressionIsNotReadNamesIt(int compression, String name) {
        byte[] file = BareTiff.grey(1, 1)
                .field(BareTiff.COMPRESSION, compression)
                .strip(0)
                .end();
        assertThatExceptionOfType(UnsupportedVariantException.class)
                .isThrownBy(() -> TiffImage.open(file))
                .withMessage(name);
    }

    @ParameterizedTest
    @CsvSource({"32, 1, 32-bit integer samples", "32, 3, 32-bit float samples", "16, 3, 16-bit float samples"})
    void openWhenSamplesAreNotReadNamesThem(int bits, int format, String name) {
        byte[] file = BareTiff.grey(1, 1)
                .field(BareTiff.BITS, bits)
                .field(339, format)
                .strip(0, 0, 0, 0)
                .end();
        assertThatExceptionOfType(UnsupportedVariantException.class)
                .isThrownBy(() -> TiffImage.open(file))
                .withMessage(name);
    }

    @Test
    void openWhenFirstPictureIsThePreviewOfACameraRefuses() {
        byte[] file = BareTiff.grey(1, 1)
                .field(254, 1)
                .field(271, 'A')
                .field(330, 8)
                .strip(0)
                .end();
        assertThatExceptionOfType(UnsupportedVariantException.class)
                .isThrownBy(() -> TiffImage.open(file))
                .withMessageContaining("RAW");
    }

    @Test
    void memoryWhenTilesAreHugeTellsTheirRows() {
        byte[] file = BareTiff.grey(1, 1)
                .field(BareTiff.COMPRESSION, LZW)
                .field(BareTiff.TILE_WIDTH, 1 << 30)
                .field(BareTiff.TILE_LENGTH, 1)
                .data(0)
                .field(BareTiff.TILE_OFFSETS, 8)
                .field(BareTiff.TILE_BYTE_COUNTS, 1)
                .end();
        assertThat(TiffImage.open(file).memory()).isGreaterThan(1 << 30);
    }

    @Test
    void openWhenTilesAreTooLargeForAnArrayRefuses() {
        byte[] file = BareTiff.grey(1, 1)
                .field(BareTiff.COMPRESSION, LZW)
                .field(BareTiff.TILE_WIDTH, 1 << 30)
                .field(BareTiff.TILE_LENGTH, 1 << 30)
                .data(0)
                .field(BareTiff.TILE_OFFSETS, 8)
                .field(BareTiff.TILE_BYTE_COUNTS, 1)
                .end();
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> TiffImage.open(file));
    }

    /** Codes that clear the table, of nine bits each, come to nothing, and all strips consist of the same ones. */
    @Test
    void decodeWhenStripsAreBombsEndsWithTheBudget() {
        int strips = 50_000;
        int[] clears = new int[9 * 4096 + 2];
        for (int i = 0; i < clears.length - 2; i++) {
            clears[i] = i % 9 == 8 ? 0 : 0x80 >> i % 9;
        }
        long[] offsets = new long[strips];
        long[] lengths = new long[strips];
        Arrays.fill(offsets, 8);
        Arrays.fill(lengths, clears.length);
        byte[] file = BareTiff.grey(1, strips)
                .field(BareTiff.COMPRESSION, LZW)
                .field(BareTiff.ROWS_PER_STRIP, 1)
                .data(clears)
                .field(BareTiff.STRIP_OFFSETS, offsets)
                .field(BareTiff.STRIP_BYTE_COUNTS, lengths)
                .end();
        TiffImage image = TiffImage.open(file);
        assertThatExceptionOfType(BudgetSpentException.class)
                .isThrownBy(() -> image.decode((y, rgb) -> {}, DecodeBudget.start(Duration.ofMillis(100))));
    }
}
