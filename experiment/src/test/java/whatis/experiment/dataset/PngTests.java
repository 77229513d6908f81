package whatis.experiment.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.image.ImageDecoder;
import whatis.image.ImageLimits;
import whatis.image.raster.RgbImage;

class PngTests {

    /** Noise doesn't deflate, so it takes more room than the pixels. */
    @ParameterizedTest
    @CsvSource({"1, 1", "64, 64", "300, 200"})
    void encodeWhenDecodedIsTheImage(int width, int height) {
        byte[] noise = new byte[3 * width * height];
        new Random(1).nextBytes(noise);
        RgbImage image = new RgbImage(width, height, noise);
        assertThat(new ImageDecoder(ImageLimits.DEFAULT).decode(Png.encode(image)))
                .isEqualTo(image);
    }
}
