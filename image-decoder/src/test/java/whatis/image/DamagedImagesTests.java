package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.RgbImage;

class DamagedImagesTests {

    private static final String JPEGS =
            "60x40.jpg quality-10.jpg progressive.jpg restart-markers.jpg subsampling-422.jpg grey.jpg cmyk.jpg orientation-5.jpg";

    private static final String GIFS = "palette.gif interlaced.gif transparent.gif animated.gif";
    private static final String PNGS = "rgb.png palette-4-bit.png grey-alpha.png orientation-6.png";
    private static final String BMPS = "one-bit.bmp grey.bmp palette.bmp rgb.bmp rgba.bmp";
    private static final String TIFFS = "grey.tif lzw.tif group4.tif cmyk.tif";
    private static final String WEBPS = "lossy.webp lossy-colours.webp animated.webp orientation-6.webp";

    /** Encoders of WebP end with bytes that no decoder needs. */
    private static final int UNUSED_BYTES = 6;

    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(1_000_000, Duration.ofSeconds(2), 64 << 20));

    @Test
    void decodeWhenFileIsCutAnywhereRefuses() {
        byte[] whole = DrawnImages.read("60x40.jpg");
        for (int length = 3; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(UnreadableImageException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> decoder.decode(cut))
                    .withMessage("The JPEG image is damaged or incomplete.");
        }
    }

    @Test
    void decodeWhenProgressiveFileIsCutAnywhereRefuses() {
        byte[] whole = DrawnImages.read("progressive.jpg");
        for (int length = 3; length < whole.length; length += 1 + length % 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(UnreadableImageException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> decoder.decode(cut));
        }
    }

    @Test
    void decodeWhenTrailerReplacesEndOfImageReadsThePicture() {
        byte[] whole = DrawnImages.read("60x40.jpg");
        byte[] trailer = "SEFT, as telephones append to panoramas".getBytes(StandardCharsets.US_ASCII);
        byte[] replaced = Arrays.copyOf(whole, whole.length - 2 + trailer.length);
        System.arraycopy(trailer, 0, replaced, whole.length - 2, trailer.length);
        byte[] appended = Arrays.copyOf(whole, whole.length + trailer.length);
        System.arraycopy(trailer, 0, appended, whole.length, trailer.length);
        RgbImage expected = decoder.decode(whole);
        assertThat(decoder.decode(replaced)).isEqualTo(expected);
        assertThat(decoder.decode(appended)).isEqualTo(expected);
    }

    /** Bytes behind the last pixel don't count, so that a file cut there is whole. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "formats/palette-4-bit.png",
                "generated-gif/00004.gif",
                "generated-gif/00007.gif",
                "generated-bmp/00006.bmp",
                "generated-bmp/00008.bmp",
                "reports/bigtiff.tif",
                "reports/bilevel-drawing.tif",
                "generated-tiff/00022.tif",
                "generated-tiff/00086.tif"
            })
    void decodeWhenFileIsCutAnywhereIsWholeOrRefused(String name) {
        byte[] whole = DrawnImages.resource(name);
        RgbImage expected = decoder.decode(whole);
        int read = 0;
        for (int length = 8; length < whole.length; length++) {
            try {
                assertThat(decoder.decode(Arrays.copyOf(whole, length))).isEqualTo(expected);
                read++;
            } catch (UnreadableImageException refusal) {
                assertThat(refusal).hasMessageEndingWith(" image is damaged or incomplete.");
                assertThat(read).isZero();
            }
        }
        assertThat(read).isLessThan(30);
    }

    /** Cut as it is, and with the chunk and the file telling the length that is left, so that the bit stream lacks bits. */
    @ParameterizedTest
    @ValueSource(strings = {"generated-webp/00000.webp", "generated-webp/00020.webp", "formats/lossy-landscape.webp"})
    void decodeWhenBitStreamIsCutAnywhereRefuses(String name) {
        byte[] whole = DrawnImages.resource(name);
        for (int length = 20; length < whole.length - UNUSED_BYTES; length += 2) {
            byte[] cut = Arrays.copyOf(whole, length);
            byte[] shorter = cut.clone();
            ByteBuffer.wrap(shorter)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(4, length - 8)
                    .putInt(16, length - 20);
            for (byte[] file : List.of(cut, shorter)) {
                assertThatExceptionOfType(UnreadableImageException.class)
                        .as("%d bytes", length)
                        .isThrownBy(() -> decoder.decode(file))
                        .withMessage("The WebP image is damaged or incomplete.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEGS, PNGS, GIFS, BMPS, TIFFS, WEBPS})
    void decodeWhenFileIsDamagedDecodesOrRejects(String names) {
        List<String> files = List.of(names.split(" "));
        Random random = new Random(1);
        int decoded = 0;
        for (int number = 0; number < 2_000; number++) {
            byte[] file = damaged(DrawnImages.read(files.get(number % files.size())), random);
            try {
                RgbImage resized = decoder.resize(file, new ImageSize(16, 16), ResamplingFilter.BICUBIC);
                assertThat(resized.rgb()).hasSize(3 * 16 * 16);
                decoded++;
            } catch (ImageRejectedException rejection) {
                assertThat(rejection).hasMessageEndingWith(".");
            }
        }
        System.out.printf("damaged files: %d of 2000 decoded%n", decoded);
        // The checksums of PNG find nearly all damage.
        assertThat(decoded).isBetween(names.equals(PNGS) ? 20 : 100, 1_900);
    }

    private static byte[] damaged(byte[] file, Random random) {
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            int at = random.nextBoolean() ? random.nextInt(file.length) : random.nextInt(700);
            switch (random.nextInt(3)) {
                case 0 -> file[at % file.length] = (byte) random.nextInt();
                case 1 -> file[at % file.length] ^= (byte) (1 << random.nextInt(8));
                default -> {
                    int length = Math.min(random.nextInt(30), file.length - at % file.length);
                    System.arraycopy(file, random.nextInt(file.length - length + 1), file, at % file.length, length);
                }
            }
        }
        return file;
    }

    /** Each may take no longer than its budget, and no more memory than its header tells. */
    @Test
    void decodeWhenFilesAreBombsEndsWithinLimits() {
        ImageDecoder hasty = new ImageDecoder(new ImageLimits(50_000_000, Duration.ofMillis(200), 256 << 20));
        List<byte[]> bombs = List.of(
                BareJpeg.scanBomb(7000, 7000, 3000),
                BareJpeg.scanBomb(65_500, 8, 20_000),
                BareJpeg.scanBomb(8, 65_500, 20_000),
                restarts(60_000),
                new BarePng(12_000, 4_000, 1, 0, false)
                        .data(new byte[6_004_000])
                        .end(),
                new BarePng(1, 49_000_000, 8, 2, false).data(new byte[4]).end(),
                new BarePng(7_000, 7_000, 16, 0, true).data(new byte[1_751]).end(),
                emptyData(1_000_000));
        for (byte[] bomb : bombs) {
            try {
                hasty.resize(bomb, new ImageSize(224, 224), ResamplingFilter.BILINEAR);
            } catch (ImageRejectedException rejection) {
                assertThat(rejection).hasMessageEndingWith(".");
            }
        }
    }

    private static byte[] emptyData(int count) {
        BarePng png = new BarePng(8, 8, 8, 0, false);
        for (int i = 0; i < count; i++) {
            png.chunk("IDAT");
        }
        return png.data(new byte[72]).end();
    }

    private static byte[] restarts(int count) {
        BareJpeg jpeg = new BareJpeg()
                .frame(0xc0, 8, 65_500)
                .huffmanTable(0x00, 0)
                .huffmanTable(0x10, 0)
                .segment(0xdd, 0, 1)
                .scan(0, 63);
        for (int i = 0; i < count; i++) {
            jpeg.write(0xff, 0xd0 + i * 3 % 8);
        }
        return jpeg.end();
    }
}
