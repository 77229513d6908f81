package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of TIFF that people reported to programs like this one: what Pillow makes of them, or what an error must say. */
class ReportedTiffsTests {

    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(1_000_000, Duration.ofSeconds(10), 64 << 20));

    @ParameterizedTest
    @CsvSource({
        "associated-alpha.tif, 2326c79d9c5b67a129b41a8dd5c8cb3e86a057ba171a651492f4ae761107aa9b",
        "bigtiff.tif, 2258c07b19342179769deca28adc1fc4e57401bb62340b066820ebb613172494",
        "bilevel-drawing.tif, 76b37397eb6239be4f8afb8fad0b213c25a6604e955a728834a501b78e9b66b0",
        "grey-alpha-disc.tif, 4f2f50ceb2f38f64550f0de7c24ee1d3b618b2e7764d40a62e5a379ab13897c6",
        "grey16-small.tif, d24c078787454fb3048e8dd0e090a1babff68ce32be35b50181d33af73cd9a44",
        "indexed-extra-sample.tif, 5202d2ef26439823393a510d6cfa258e97e2e573f6e2e99afc99fdb2f78ad142",
        "ycbcr-raw.tif, c81363959d18e175ed1c3633acfbe6551830bd87dfb3232083e6d3ae19212652"
    })
    void decodeWhenKindIsReportedEqualsPillow(String name, String sha256) throws Exception {
        byte[] rgb = decoder.decode(DrawnImages.resource("reports/" + name)).rgb();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(rgb);
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
    }

    @ParameterizedTest
    @CsvSource({
        "float-0-255.tif, 32-bit float samples",
        "like-cr2.cr2, camera RAW; export the picture as JPEG",
        "zstd.tif, Zstandard (zstd) compression"
    })
    void decodeWhenKindIsNotReadNamesIt(String name, String variant) {
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> decoder.decode(DrawnImages.resource("reports/" + name)))
                .withMessage("The TIFF image is of a variant that can't be read: " + variant + ".");
    }
}
