package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with transformers 5.23 and Pillow 13, {@code convert_to_rgb} of an image that is {@code convert("RGB")}. */
class HiddenColorTests {

    private static final byte[] PALETTE = {0, 1, 2, 10, 11, 12, 20, 21, 22};

    /** SHA-256 of what transformers makes of the images. */
    @ParameterizedTest
    @CsvSource({
        "palette-transparent.png, 06d76e1fee39b649f695b65f45207cb81790b24f648e30081f79bc46bc0b268c",
        "transparent.gif, 1a98b561b6a678c56c628754e63f9a36192ff2909d3c0badb924127b190afd74",
        "palette.png, cec65fdf0a92a0a82c9b6ee1d753a86269b0383168b7ca3d333e21c2c70f99b1"
    })
    void hiddenColourWhenItShallBeWhiteIsWhite(String file, String hash) throws Exception {
        byte[] white = decode(file, true).rgb();
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(white));
        assertThat(digest).isEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"palette-transparent.png", "transparent.gif"})
    void hiddenColourWhenColoursCountStays(String file) {
        assertThat(decode(file, false)).isNotEqualTo(decode(file, true));
    }

    /** Type 0 is grey, 2 RGB and 3 a palette; what Pillow takes grey of one or sixteen bits for is no colour of the image. */
    @ParameterizedTest
    @CsvSource({
        "0, 8, 0005, 050505",
        "0, 8, 0105, ffffff",
        "0, 4, 0005, 050505",
        "0, 1, 0000, 000000",
        "0, 1, 0001, ff0000",
        "0, 16, 0500, 000000",
        "0, 16, 0005, 050000",
        "2, 8, 000100020003, 010203",
        "2, 16, 05010a020b03, 010203",
        "3, 8, ff00, 0a0b0c",
        "3, 8, ffff00ff, 141516",
        "3, 8, ffffffffff00, 000000",
        "0, 8, 00, ''",
        "2, 8, 0001, ''",
        "3, 8, 0000, ''",
        "3, 8, 80, ''",
        "3, 8, ff, ''",
        "3, 8, '', ''",
        "6, 8, 000100020003, ''"
    })
    void colourWhenAPngHidesItIsPillows(int type, int bits, String transparency, String color) {
        byte[] data = HexFormat.of().parseHex(transparency);
        assertThat(PngTransparency.hiddenColor(png(type, bits), data))
                .isEqualTo(color.isEmpty() ? OptionalInt.empty() : OptionalInt.of(HexFormat.fromHexDigits(color)));
    }

    @Test
    void colourWhenThePaletteIsCutOffIsBlack() {
        byte[] png = png(3, 8);
        byte[] cut = Arrays.copyOf(png, png.length - 5);
        assertThat(PngTransparency.hiddenColor(cut, new byte[] {0})).hasValue(0);
    }

    private static RgbImage decode(String file, boolean hiddenIsWhite) {
        DecodeBudget budget = Decoding.plenty();
        try (EncodedImage image = new ImageDecoder().open(DrawnImages.read(file), budget)) {
            image.header(ImageLimits.DEFAULT);
            return image.pixels(hiddenIsWhite);
        }
    }

    /** Writes a header and a palette, without checksums, which nobody looks at. */
    private static byte[] png(int type, int bits) {
        return ByteBuffer.allocate(8 + 25 + 12 + PALETTE.length)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(1)
                .putInt(1)
                .put((byte) bits)
                .put((byte) type)
                .put(new byte[3 + 4])
                .putInt(PALETTE.length)
                .put("PLTE".getBytes(StandardCharsets.US_ASCII))
                .put(PALETTE)
                .putInt(0)
                .array();
    }
}
