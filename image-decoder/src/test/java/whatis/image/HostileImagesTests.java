package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.image.raster.ImageSize;
import whatis.image.raster.RgbImage;

@Timeout(120)
class HostileImagesTests {

    private static final int COMPRESSION = 259;
    private static final int JPEG = 7;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;

    /** At least one file of each format and of each way to compress that it has. */
    static List<String> oneOfEachKind() {
        return List.of(
                "baseline.jpg",
                "progressive.jpg",
                "cmyk.jpg",
                "orientation-6.jpg",
                "rgb.png",
                "palette-transparent.png",
                "orientation-6.png",
                "animated.gif",
                "palette.bmp",
                "rgba.bmp",
                "lossy.webp",
                "lossless.webp",
                "animated.webp",
                "lzw.tif",
                "packbits.tif",
                "group4.tif",
                "orientation-6.tif");
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void decodeWhenFileIsCutRejectsOrDecodesAndGoesOn(String name) {
        byte[] intact = DrawnImages.read(name);
        RgbImage expected = Decoding.decode(intact);
        for (int part = 0; part < 40; part++) {
            decodeOrReject(Arrays.copyOf(intact, intact.length * part / 40));
        }
        assertThat(Decoding.decode(intact)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void decodeWhenBytesAreFlippedRejectsOrDecodesAndGoesOn(String name) {
        byte[] intact = DrawnImages.read(name);
        RgbImage expected = Decoding.decode(intact);
        Random random = new Random(name.hashCode());
        for (int round = 0; round < 60; round++) {
            byte[] damaged = intact.clone();
            int reach = round % 2 == 0 ? Math.min(200, damaged.length) : damaged.length;
            for (int flip = 0; flip < 3; flip++) {
                damaged[random.nextInt(reach)] = (byte) random.nextInt(256);
            }
            decodeOrReject(damaged);
        }
        assertThat(Decoding.decode(intact)).isEqualTo(expected);
    }

    private void decodeOrReject(byte[] encoded) {
        try {
            RgbImage image = Decoding.decode(encoded);
            assertThat(image.size().pixels()).isLessThanOrEqualTo(ImageLimits.DEFAULT.maxPixels());
        } catch (ImageRejectedException rejection) {
            assertThat(rejection).hasMessageEndingWith(".").hasMessageNotContaining("Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baseline.jpg",
                "progressive.jpg",
                "rgb.png",
                "palette.gif",
                "rgb.bmp",
                "lossless.webp",
                "lzw.tif"
            })
    void decodeWhenHalfIsMissingSaysSo(String name) {
        byte[] intact = DrawnImages.read(name);
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> Decoding.decode(Arrays.copyOf(intact, intact.length / 2)))
                .withMessageContaining("damaged or incomplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "What is in this picture?", "RIFF"})
    void decodeWhenBytesAreNoImageNamesTheFormats(String text) {
        assertThatExceptionOfType(UnsupportedImageFormatException.class)
                .isThrownBy(() -> Decoding.decode(text.getBytes(StandardCharsets.UTF_8)))
                .withMessageStartingWith("This is not an image in one of the accepted formats: ");
    }

    @Test
    void decodeWhenHeaderDeclaresTooManyPixelsDecodesNone() {
        byte[] png = DrawnImages.read("rgb.png");
        ByteBuffer.wrap(png).putInt(16, 10_000).putInt(20, 6_000);
        CRC32 checksum = new CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
        assertThatExceptionOfType(ImageTooLargeException.class)
                .isThrownBy(() -> Decoding.decode(png))
                .withMessage("The image has 60,000,000 pixels; at most 50,000,000 are accepted.");
    }

    @Test
    void decodeWhenGifFrameIsSmallAndCanvasHugeRejects() {
        byte[] gif = DrawnImages.read("palette.gif");
        Arrays.fill(gif, 6, 10, (byte) 0xff);
        assertThatExceptionOfType(ImageTooLargeException.class).isThrownBy(() -> Decoding.decode(gif));
    }

    @Test
    void decodeWhenPixelsAreExactlyTheLimitDecodes() {
        ImageLimits exact = new ImageLimits(301 * 203, Duration.ofSeconds(2), Long.MAX_VALUE);
        assertThat(Decoding.decode(DrawnImages.read("baseline.jpg"), exact).size())
                .isEqualTo(new ImageSize(301, 203));
    }

    @Test
    void decodeWhenSmallJpegHasManyScansDecodes() {
        RgbImage image = Decoding.decode(BareJpeg.scanBomb(64, 64, 64));
        assertThat(image.size()).isEqualTo(new ImageSize(64, 64));
    }

    @Test
    void decodeWhenTiffHoldsJpegOfTooManyPixelsRejects() {
        byte[] bomb = tiff(16, 16, Map.of(COMPRESSION, JPEG), BareJpeg.scanBomb(16_000, 4_000, 2));
        assertThatExceptionOfType(UnreadableImageException.class).isThrownBy(() -> Decoding.decode(bomb));
    }

    @Test
    void decodeWhenTiffHoldsJpegOfItsSizeDecodes() {
        RgbImage image = Decoding.decode(tiff(64, 48, Map.of(COMPRESSION, JPEG), BareJpeg.scanBomb(64, 48, 2)));
        assertThat(image.size()).isEqualTo(new ImageSize(64, 48));
    }

    @Test
    void decodeWhenTiffTilesAreWideBeyondReasonRejects() {
        byte[] bomb = tiff(16, 16, Map.of(TILE_WIDTH, Integer.MAX_VALUE, TILE_HEIGHT, 16), new byte[256]);
        assertThatExceptionOfType(UnreadableImageException.class).isThrownBy(() -> Decoding.decode(bomb));
    }

    @Test
    void decodeWhenTiffHasThousandsOfSamplesPerPixelRejects() {
        byte[] bomb = tiff(5_000, 5_000, Map.of(SAMPLES_PER_PIXEL, 10_000), new byte[256]);
        assertThatExceptionOfType(UnreadableImageException.class).isThrownBy(() -> Decoding.decode(bomb));
    }

    /** Writes a grey TIFF file of one strip, or tile, with other tags than the usual ones where told. */
    private static byte[] tiff(int width, int height, Map<Integer, Integer> tags, byte[] strip) {
        boolean tiled = tags.containsKey(TILE_WIDTH);
        Map<Integer, Integer> all = new TreeMap<>(Map.of(256, width, 257, height, 258, 8, COMPRESSION, 1, 262, 1));
        all.put(SAMPLES_PER_PIXEL, 1);
        all.put(tiled ? 325 : 279, strip.length);
        all.putAll(tags);
        int offset = 8 + 2 + 12 * (all.size() + 1) + 4;
        all.put(tiled ? 324 : 273, offset);
        ByteBuffer file = ByteBuffer.allocate(offset + strip.length);
        file.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) all.size());
        all.forEach((tag, value) ->
                file.putShort(tag.shortValue()).putShort((short) 4).putInt(1).putInt(value));
        return file.putInt(0).put(strip).array();
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void decodeWhenBudgetIsSpentSaysSo(String name) {
        ImageLimits hurried = new ImageLimits(50_000_000, Duration.ofNanos(1), Long.MAX_VALUE);
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> Decoding.decode(DrawnImages.read(name), hurried))
                .withMessage("The image takes too long to decode; at most 0 ms are allowed.");
    }

    /** A megabyte of text would inflate to a gigabyte. */
    @ParameterizedTest
    @ValueSource(strings = {"rgb.png", "palette.png"})
    void decodeWhenPngTextInflatesToAGigabyteIgnoresIt(String name) throws Exception {
        byte[] png = DrawnImages.read(name);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(text, new Deflater(1))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                deflated.write(zeros);
            }
        }
        assertThat(Decoding.decode(withChunk(png, "zTXt", text.toByteArray()))).isEqualTo(Decoding.decode(png));
    }

    private static byte[] withChunk(byte[] png, String type, byte[] content) {
        int end = 8 + 12 + 13;
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(StandardCharsets.US_ASCII));
        checksum.update(content);
        return ByteBuffer.allocate(png.length + content.length + 12)
                .put(png, 0, end)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt((int) checksum.getValue())
                .put(png, end, png.length - end)
                .array();
    }
}
