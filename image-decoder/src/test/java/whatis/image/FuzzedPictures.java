package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

/** What the fuzz targets of all formats have in common: with which pictures they begin, and what has to come of any bytes. */
final class FuzzedPictures {

    private static final int SEEDS = 30;
    private static final ImageSize TARGET = new ImageSize(16, 16);

    /** With fewer pixels than usual, as a fuzzer tries thousands of pictures a second. */
    private static final ImageDecoder DECODER =
            new ImageDecoder(new ImageLimits(10_000, Duration.ofSeconds(2), 64 << 20));

    private FuzzedPictures() {}

    /** Returns files of a folder of generated ones. */
    static Stream<byte[]> of(String folder) {
        return new String(DrawnImages.resource(folder + "/expected.tsv"), StandardCharsets.UTF_8)
                .lines()
                .limit(SEEDS)
                .map(line -> DrawnImages.resource(folder + "/" + line.substring(0, line.indexOf('\t'))));
    }

    /** Fails unless the bytes are decoded or rejected. */
    static void decodeOrReject(byte[] image) {
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
