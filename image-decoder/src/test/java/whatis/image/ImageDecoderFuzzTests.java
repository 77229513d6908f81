package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.stream.IntStream;
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
        return Stream.concat(
                Stream.of(
                                "generated-jpeg/%05d.jpg",
                                "generated-gif/%05d.gif", "generated-bmp/%05d.bmp", "generated-webp/%05d.webp")
                        .flatMap(name -> IntStream.range(0, 30).mapToObj(name::formatted))
                        .map(DrawnImages::resource),
                Stream.of(BareJpeg.scanBomb(16, 16, 4)));
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
