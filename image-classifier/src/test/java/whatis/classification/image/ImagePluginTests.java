package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImagePluginTests {

    @ParameterizedTest
    @EnumSource
    void decodeWhenAnotherPluginComesFirstDoesNotUseIt(ImageFormat format) {
        String file = format == ImageFormat.WEBP
                ? "lossless.webp"
                : DrawnImages.ONE_OF_EACH_KIND.stream()
                        .filter(name -> ImageFormat.of(DrawnImages.read(name)) == format)
                        .findFirst()
                        .orElseThrow();
        RgbImage before = Decoding.decode(DrawnImages.read(file));
        IIORegistry registry = IIORegistry.getDefaultInstance();
        Intruder intruder = new Intruder(format.title());
        registry.registerServiceProvider(intruder, ImageReaderSpi.class);
        try {
            registry.getServiceProviders(ImageReaderSpi.class, other -> other != intruder, false)
                    .forEachRemaining(other -> registry.setOrdering(ImageReaderSpi.class, intruder, other));
            assertThat(Decoding.decode(DrawnImages.read(file))).isEqualTo(before);
        } finally {
            registry.deregisterServiceProvider(intruder, ImageReaderSpi.class);
        }
    }

    /** Claims a format and reads nothing. */
    private static final class Intruder extends ImageReaderSpi {

        Intruder(String format) {
            names = new String[] {format, format.toLowerCase(Locale.ROOT)};
        }

        @Override
        public boolean canDecodeInput(Object source) {
            return source instanceof ImageInputStream;
        }

        @Override
        public ImageReader createReaderInstance(Object extension) {
            throw new AssertionError("asked to read");
        }

        @Override
        public String getDescription(Locale locale) {
            return "intruder";
        }
    }
}
