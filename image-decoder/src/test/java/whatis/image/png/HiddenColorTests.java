package whatis.image.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.image.DrawnImages;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.RgbCanvas;

/** Compares with transformers 5.23 and Pillow 13, {@code convert_to_rgb} of an image that is {@code convert("RGB")}. */
class HiddenColorTests {

    private static final byte[] PALETTE = {0, 1, 2, 10, 11, 12, 20, 21, 22};

    /** SHA-256 of what transformers makes of the images. */
    @ParameterizedTest
    @CsvSource({
        "palette-transparent.png, true, 06d76e1fee39b649f695b65f45207cb81790b24f648e30081f79bc46bc0b268c",
        "palette-transparent.png, false, cec65fdf0a92a0a82c9b6ee1d753a86269b0383168b7ca3d333e21c2c70f99b1",
        "palette.png, true, cec65fdf0a92a0a82c9b6ee1d753a86269b0383168b7ca3d333e21c2c70f99b1"
    })
    void hiddenColourIsWhiteWhenItShallBe(String file, boolean white, String hash) throws Exception {
        PngImage image = PngImage.open(DrawnImages.read(file));
        RgbCanvas canvas = new RgbCanvas(image.size());
        if (white) {
            image.whitenHiddenColor();
        }
        image.decode(canvas, DecodeBudget.start(Duration.ofMinutes(1)));
        byte[] rgb = canvas.image().rgb();
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rgb));
        assertThat(digest).isEqualTo(hash);
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
        "3, 8, 0000, ''",
        "3, 8, 80, ''",
        "3, 8, ff, ''",
        "3, 8, '', ''",
        "6, 8, 000100020003, ''"
    })
    void colourWhenAPngHidesItIsPillows(int type, int depth, String transparency, String color) {
        PixelFormat format = Objects.requireNonNull(PixelFormat.of(depth, type));
        assertThat(HiddenColor.of(format, PALETTE, HexFormat.of().parseHex(transparency)))
                .isEqualTo(color.isEmpty() ? OptionalInt.empty() : OptionalInt.of(HexFormat.fromHexDigits(color)));
    }
}
