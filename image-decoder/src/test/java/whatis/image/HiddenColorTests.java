package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.ResizeTarget;
import whatis.image.raster.RgbImage;

/** Compares with transformers 5.23 and Pillow 13, {@code convert_to_rgb} of an image that is {@code convert("RGB")}. */
class HiddenColorTests {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    /** SHA-256 of what transformers makes of the images. */
    @ParameterizedTest
    @CsvSource({
        "palette-transparent.png, true, 06d76e1fee39b649f695b65f45207cb81790b24f648e30081f79bc46bc0b268c",
        "transparent.gif, true, 1a98b561b6a678c56c628754e63f9a36192ff2909d3c0badb924127b190afd74",
        "palette.png, false, cec65fdf0a92a0a82c9b6ee1d753a86269b0383168b7ca3d333e21c2c70f99b1"
    })
    void hiddenColourWhenItShallBeWhiteIsWhite(String file, boolean hides, String hash) throws Exception {
        byte[] encoded = DrawnImages.read(file);
        EncodedImage image = decoder.open(encoded);
        image.whitenHiddenColor();
        RgbImage white = image.resize(ResizeTarget.whole(image.header().size()), ResamplingFilter.BICUBIC);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(white.rgb()));
        assertThat(digest).isEqualTo(hash);
        assertThat(decoder.decode(encoded).equals(white)).isEqualTo(!hides);
    }
}
