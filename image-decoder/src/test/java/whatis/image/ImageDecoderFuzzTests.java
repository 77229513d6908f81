package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

class ImageDecoderFuzzTests {

    private static final ImageSize TARGET = new ImageSize(16, 16);

    /** With fewer pixels than usual, as a fuzzer tries thousands of pictures a second. */
    private static final ImageDecoder DECODER =
            new ImageDecoder(new ImageLimits(10_000, Duration.ofSeconds(2), 64 << 20));

    static Stream<byte[]> images() {
        Stream<String> names = Stream.of(
                        "generated-jpeg",
                        "generated-png",
                        "generated-gif",
                        "generated-bmp",
                        "generated-webp",
                        "generated-lossless_webp",
                        "generated-tiff")
                .flatMap(ImageDecoderFuzzTests::names);
        return Stream.concat(names.map(DrawnImages::resource), Stream.of(BareJpeg.scanBomb(16, 16, 4)));
    }

    private static Stream<String> names(String folder) {
        return new String(DrawnImages.resource(folder + "/expected.tsv"), StandardCharsets.UTF_8)
                .lines()
                .limit(30)
                .map(line -> folder + "/" + line.substring(0, line.indexOf('\t')));
    }

    @MethodSource("images")
    @FuzzTest
    void decodeWhenBytesAreAnyDecodesOrRejects(byte[] image) {
        try {
            ImageHeader header = DECODER.header(image);
            assertThat(header.memory()).isPositive();
            assertThat(DECODER.resize(image, TARGET, ResamplingFilter.BILINEAR).size())
                    .isEqualTo(TARGET);
            assertThat(DECODER.decode(image).size()).isEqualTo(header.size());
        } catch (ImageRejectedException rejection) {
            assertThat(rejection).hasMessageEndingWith(".");
        }
    }
}
