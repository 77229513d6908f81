package whatis.image.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.image.BarePng;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;
import whatis.image.raster.RgbCanvas;

class PngImageTests {

    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;

    private static final String EXIF_6 = "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0";
    private static final String XMP_8 = "<x tiff:Orientation=\"8\"/>";

    private static byte[] decode(byte[] png) {
        PngImage image = PngImage.open(png);
        RgbCanvas canvas = new RgbCanvas(image.size());
        image.decode(canvas, DecodeBudget.start(Duration.ofMinutes(1)));
        return canvas.image().rgb();
    }

    private static BarePng grey(int width, int height) {
        return new BarePng(width, height, 8, GREY, false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] rawProfile() {
        return bytes(
                "\nexif\n      26\n" + HexFormat.of().formatHex(bytes(EXIF_6)).replaceAll(".{40}", "$0\n") + "\n");
    }

    private static byte[] joined(byte[] first, byte... second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    @ParameterizedTest
    @CsvSource({"255, 255", "256, 64", "1023, 255", "4095, 255", "16383, 255", "16384, 64", "65535, 255"})
    void greyWhenOfSixteenBitsIsShiftedByTheBitsInUse(int largest, int expected) {
        for (boolean interlaced : new boolean[] {false, true}) {
            byte[] row = {0, 0, 0, (byte) (largest >> 8), (byte) largest};
            byte[] png = new BarePng(2, 1, 16, GREY, interlaced)
                    .data(interlaced ? new byte[] {0, 0, 0, 0, row[3], row[4]} : row)
                    .end();
            byte grey = (byte) expected;
            assertThat(decode(png)).containsExactly(0, 0, 0, grey, grey, grey);
        }
    }

    @Test
    void paletteWhenShortIsBlackBeyond() {
        byte[] png = new BarePng(4, 1, 2, PALETTE, false)
                .chunk("PLTE", (byte) 1, (byte) 2, (byte) 3, (byte) 4)
                .data((byte) 0, (byte) 0b00011011)
                .end();
        assertThat(decode(png)).containsExactly(1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void dataWhenTheyEndWithARowLeaveTheRestBlack() {
        assertThat(decode(grey(2, 2).data((byte) 0, (byte) 1, (byte) 2).end()))
                .containsExactly(1, 1, 1, 2, 2, 2, 0, 0, 0, 0, 0, 0);
        byte[] within = grey(2, 2).data((byte) 0, (byte) 1).end();
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> decode(within));
    }

    @Test
    void fileWhenEndIsMissingOrOthersFollowIsRead() {
        byte[] unended = grey(1, 1).data((byte) 0, (byte) 7).bytes();
        assertThat(decode(unended)).containsExactly(7, 7, 7);
        assertThat(decode(Arrays.copyOf(unended, unended.length - 8))).containsExactly(7, 7, 7);
        assertThat(decode(joined(unended, bytes("-- a trailer")))).containsExactly(7, 7, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IHDR", "quIt"})
    void fileWhenAChecksumBeforeTheDataIsWrongIsRefused(String type) {
        byte[] png = grey(1, 1).chunk("quIt").data((byte) 0, (byte) 7).end();
        int position = new String(png, StandardCharsets.ISO_8859_1).indexOf(type);
        png[position + (type.equals("IHDR") ? 17 : 4)]++;
        assertThatExceptionOfType(MalformedImageException.class)
                .isThrownBy(() -> PngImage.open(png))
                .withMessageContaining("checksum");
    }

    @Test
    void frameWhenSmallerThanThePictureLiesInBlack() {
        byte[] frame = ByteBuffer.allocate(26)
                .putInt(4, 1)
                .putInt(8, 1)
                .putInt(12, 1)
                .putInt(16, 1)
                .array();
        byte[] png = grey(3, 3)
                .chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0})
                .chunk("fcTL", frame)
                .data((byte) 0, (byte) 9)
                .end();
        byte[] expected = new byte[27];
        Arrays.fill(expected, 12, 15, (byte) 9);
        assertThat(decode(png)).isEqualTo(expected);
    }

    @Test
    void orientationIsReadFromChunksOfAllKindsAlsoBehindTheData() {
        byte[] rawKey = bytes("Raw profile type exif\0");
        byte[] xmpKey = bytes("XML:com.adobe.xmp\0");
        byte[][] exif = {
            grey(1, 1).chunk("eXIf", bytes(EXIF_6)).data((byte) 0, (byte) 7).end(),
            grey(1, 1).data((byte) 0, (byte) 7).chunk("eXIf", bytes(EXIF_6)).end(),
            grey(1, 1)
                    .chunk("tEXt", joined(rawKey, rawProfile()))
                    .data((byte) 0, (byte) 7)
                    .end(),
            grey(1, 1)
                    .chunk("zTXt", joined(joined(rawKey, (byte) 0), BarePng.deflated(rawProfile())))
                    .data((byte) 0, (byte) 7)
                    .end(),
            grey(1, 1)
                    .chunk("iTXt", joined(joined(xmpKey, new byte[4]), bytes(XMP_8)))
                    .chunk("eXIf", bytes(EXIF_6))
                    .data((byte) 0, (byte) 7)
                    .end()
        };
        for (byte[] png : exif) {
            assertThat(PngImage.open(png).orientation()).isEqualTo(Orientation.TURNED_RIGHT);
        }
        byte[][] xmp = {
            grey(1, 1)
                    .chunk("iTXt", joined(joined(xmpKey, new byte[4]), bytes(XMP_8)))
                    .data((byte) 0, (byte) 7)
                    .end(),
            grey(1, 1)
                    .data((byte) 0, (byte) 7)
                    .chunk(
                            "iTXt",
                            joined(
                                    joined(xmpKey, (byte) 1, (byte) 0, (byte) 0, (byte) 0),
                                    BarePng.deflated(bytes(XMP_8))))
                    .end()
        };
        for (byte[] png : xmp) {
            assertThat(PngImage.open(png).orientation()).isEqualTo(Orientation.TURNED_LEFT);
        }
    }

    /** Only the first mebibyte of a text is inflated, whatever follows it. */
    @Test
    void textWhenItIsABombCostsLittleAndSpoilsNothing() {
        byte[] key = bytes("Raw profile type exif\0\0");
        byte[] bomb = BarePng.deflated(joined(rawProfile(), new byte[8 << 20]));
        byte[] png = grey(1, 1)
                .chunk("zTXt", joined(key, bomb))
                .data((byte) 0, (byte) 7)
                .end();
        PngImage image = PngImage.open(png);
        assertThat(image.orientation()).isEqualTo(Orientation.TURNED_RIGHT);
        assertThat(image.memory()).isLessThan(8L << 20);
        assertThat(decode(png)).containsExactly(7, 7, 7);
    }

    @Test
    void pictureWhenInterlacedKeepsEveryOtherRow() {
        ImageSize size = new ImageSize(1000, 1000);
        byte[] rows = new byte[RGB];
        PngImage plain =
                PngImage.open(new BarePng(1000, 1000, 8, RGB, false).data(rows).end());
        PngImage interlaced =
                PngImage.open(new BarePng(1000, 1000, 8, RGB, true).data(rows).end());
        assertThat(plain.size()).isEqualTo(size);
        assertThat(plain.memory()).isLessThan(1 << 18);
        assertThat(interlaced.memory() - plain.memory()).isBetween(1_500_000L, 1_600_000L);
    }
}
