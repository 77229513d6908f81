package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import whatis.image.HostileImages.HostileImage;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

@Timeout(300)
class MutatedImagesTests {

    private static final int IMAGES = 400;

    private final HostileImages images = new HostileImages(7);

    @Test
    void resizeWhenImagesAreHostileResizesOrRejectsEach() {
        ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
        int resized = 0;
        for (int number = 0; number < IMAGES; number++) {
            HostileImage image = images.image(number);
            try {
                decoder.resize(image.bytes(), new ImageSize(224, 224), ResamplingFilter.BILINEAR);
                resized++;
            } catch (ImageRejectedException rejection) {
                assertThat(rejection).as(image.origin()).hasMessageEndingWith(".");
            }
        }
        assertThat(resized).isBetween(IMAGES / 10, IMAGES * 9 / 10);
    }

    @Test
    void imageWhenMadeAgainIsTheSame() {
        assertThat(images.image(42).bytes())
                .isEqualTo(new HostileImages(7).image(42).bytes());
        assertThat(images.image(42).bytes()).isNotEqualTo(images.image(43).bytes());
    }
}
