package whatis.image.webp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.image.DrawnImages;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;
import whatis.image.raster.RgbCanvas;
import whatis.image.raster.RgbImage;

class WebpImageTests {

    private static final int ANIMATION = 2;
    private static final int XMP = 4;
    private static final int EXIF = 8;
    private static final int ALPHA = 16;

    private static final byte[] STILL = DrawnImages.read("lossy-landscape.webp");
    private static final byte[] BIT_STREAM = Arrays.copyOfRange(STILL, 20, STILL.length);
    private static final ImageSize SIZE = WebpImage.open(STILL).size();

    private static RgbImage decode(byte[] file) {
        WebpImage image = WebpImage.open(file);
        RgbCanvas canvas = new RgbCanvas(image.size());
        image.decode(canvas, DecodeBudget.start(Duration.ofSeconds(10)));
        return canvas.image();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] chunk(String type, byte[]... content) {
        byte[] joined = join(content);
        byte[] header = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(type))
                .putInt(joined.length)
                .array();
        return join(header, joined, new byte[joined.length % 2]);
    }

    private static byte[] file(byte[]... chunks) {
        return chunk("RIFF", ascii("WEBP"), join(chunks));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] numbers24(int... numbers) {
        byte[] bytes = new byte[3 * numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (numbers[i / 3] >> i % 3 * 8);
        }
        return bytes;
    }

    private static byte[] extended(int flags, ImageSize canvas) {
        return chunk("VP8X", new byte[] {(byte) flags, 0, 0, 0}, numbers24(canvas.width() - 1, canvas.height() - 1));
    }

    private static byte[] frame(int x, int y, byte[]... chunks) {
        byte[] header = numbers24(x / 2, y / 2, SIZE.width() - 1, SIZE.height() - 1, 0);
        return chunk("ANMF", header, new byte[1], join(chunks));
    }

    @Test
    void decodeWhenFrameIsSmallerThanCanvasPutsItOnBlack() {
        ImageSize canvas = new ImageSize(SIZE.width() + 9, SIZE.height() + 7);
        byte[] file =
                file(extended(ANIMATION, canvas), chunk("ANIM", new byte[6]), frame(4, 6, chunk("VP8 ", BIT_STREAM)));
        RgbImage frame = decode(STILL);
        RgbImage picture = decode(file);
        assertThat(picture.size()).isEqualTo(canvas);
        for (int y = 0; y < canvas.height(); y++) {
            byte[] expected = new byte[3 * canvas.width()];
            if (y >= 6 && y < 6 + SIZE.height()) {
                System.arraycopy(frame.rgb(), 3 * SIZE.width() * (y - 6), expected, 3 * 4, 3 * SIZE.width());
            }
            int row = y * expected.length;
            assertThat(Arrays.copyOfRange(picture.rgb(), row, row + expected.length))
                    .isEqualTo(expected);
        }
    }

    @Test
    void openWhenFrameReachesBeyondCanvasRefuses() {
        byte[] file =
                file(extended(ANIMATION, SIZE), chunk("ANIM", new byte[6]), frame(2, 0, chunk("VP8 ", BIT_STREAM)));
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> WebpImage.open(file));
    }

    @ParameterizedTest
    @CsvSource({"12, TRANSPOSED", "8, TRANSPOSED", "4, TURNED_LEFT", "0, NORMAL"})
    void orientationWhenSaidTwiceIsThatOfExif(int flags, Orientation expected) {
        byte[] exif = {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 5, 0, 0, 0};
        byte[] file = file(
                extended(flags & (EXIF | XMP), SIZE),
                chunk("VP8 ", BIT_STREAM),
                chunk("EXIF", exif),
                chunk("XMP ", ascii("<x tiff:Orientation=\"8\"/>")),
                chunk("XMP ", ascii("<x tiff:Orientation=\"7\"/>")));
        assertThat(WebpImage.open(file).orientation()).isEqualTo(expected);
    }

    @Test
    void decodeWhenAlphaHidesAllKeepsColors() {
        byte[] transparent = new byte[1 + (int) SIZE.pixels()];
        byte[] file = file(extended(ALPHA, SIZE), chunk("ALPH", transparent), chunk("VP8 ", BIT_STREAM));
        assertThat(decode(file)).isEqualTo(decode(STILL));
    }

    @Test
    void openWhenAlphaIsDamagedRefusesOnlyWhereItCounts() {
        byte[] picture = chunk("VP8 ", BIT_STREAM);
        byte[] alpha = chunk("ALPH", new byte[(int) SIZE.pixels()]);
        assertThatExceptionOfType(MalformedImageException.class)
                .isThrownBy(() -> WebpImage.open(file(extended(ALPHA, SIZE), alpha, picture)));
        assertThatExceptionOfType(MalformedImageException.class)
                .isThrownBy(() -> WebpImage.open(file(extended(ALPHA, SIZE), picture, alpha)));
        assertThat(decode(file(extended(0, SIZE), alpha, picture))).isEqualTo(decode(STILL));
        assertThat(decode(file(extended(0, SIZE), picture, alpha))).isEqualTo(decode(STILL));
    }

    @Test
    void decodeWhenMoreFollowsTheEndReadsThePicture() {
        assertThat(decode(join(STILL, new byte[5]))).isEqualTo(decode(STILL));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 128, EXIF | ANIMATION})
    void openWhenFlagsAreUnknownOrWrongRefuses(int flags) {
        byte[] file = file(extended(flags, SIZE), chunk("VP8 ", BIT_STREAM));
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> WebpImage.open(file));
    }

    @Test
    void openWhenChunksAreOutOfOrderRefuses() {
        byte[] picture = chunk("VP8 ", BIT_STREAM);
        byte[] header = extended(0, SIZE);
        byte[] animationHeader = chunk("ANIM", new byte[6]);
        byte[][] files = {
            file(chunk("junk")),
            file(chunk("ALPH", new byte[2]), picture),
            file(header),
            file(header, header, picture),
            file(header, picture, picture),
            file(header, animationHeader, picture),
            file(header, picture, new byte[2]),
            file(extended(0, SIZE.transposed()), picture),
            file(extended(ANIMATION, SIZE), frame(0, 0, picture)),
            file(extended(ANIMATION, SIZE), animationHeader, frame(0, 0, chunk("ALPH", new byte[2])))
        };
        for (byte[] file : files) {
            assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> WebpImage.open(file));
        }
    }

    @Test
    void memoryWhenPictureHasTwelveMegapixelsIsThatOfAFewRows() {
        byte[] large = STILL.clone();
        ByteBuffer.wrap(large)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(26, (short) 4000)
                .putShort(28, (short) 3000);
        assertThat(WebpImage.open(large).memory()).isLessThan(1 << 20);
    }
}
