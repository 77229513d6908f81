package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import whatis.classification.image.HostileImages.HostileImage;

@Timeout(300)
class MutatedImagesTests {

    private static final int IMAGES = 400;

    private final HostileImages images = new HostileImages(7);

    @Test
    void prepareWhenImagesAreHostilePreparesOrRejectsEach() {
        ImagePreprocessor preprocessor = Decoding.preprocessor(ImageLimits.DEFAULT);
        FloatBuffer target = FloatBuffer.allocate(preprocessor.floats());
        int prepared = 0;
        for (int number = 0; number < IMAGES; number++) {
            HostileImage image = images.image(number);
            try {
                preprocessor.prepare(image.bytes(), target.clear());
                prepared++;
            } catch (ImageRejectedException rejection) {
                assertThat(rejection).as(image.origin()).hasMessageEndingWith(".");
            }
        }
        assertThat(prepared).isBetween(IMAGES / 10, IMAGES * 9 / 10);
    }

    @Test
    void imageWhenMadeAgainIsTheSame() {
        assertThat(images.image(42).bytes())
                .isEqualTo(new HostileImages(7).image(42).bytes());
        assertThat(images.image(42).bytes()).isNotEqualTo(images.image(43).bytes());
    }
}
