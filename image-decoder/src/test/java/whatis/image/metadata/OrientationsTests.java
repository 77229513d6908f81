package whatis.image.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationsTests {

    /** Little-endian EXIF whose only entry is Orientation 6. */
    private static final byte[] EXIF = {
        'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0
    };

    @Test
    void exifWithAndWithoutPrefixIsRead() {
        assertThat(ExifOrientation.read(EXIF, 0, EXIF.length)).hasValue(6);
        assertThat(ExifOrientation.read(EXIF, 6, EXIF.length)).hasValue(6);
    }

    /** A short, a long, a text and a value that EXIF doesn't define; the bytes of a number in either order. */
    @ParameterizedTest
    @CsvSource({
        "4d4d002a00000008000101120003000000010006, 6",
        "4d4d002a0000000800010112000400000001000000030000, 3",
        "49492a00080000000100120104000100000003000000, 3",
        "49492a00080000000100120102000100000033000000,"
    })
    void exifOfEitherByteOrderAndTypeIsRead(String exif, Integer expected) {
        byte[] bytes = HexFormat.of().parseHex(exif + "00000000");
        assertThat(ExifOrientation.read(bytes, 0, bytes.length))
                .isEqualTo(expected == null ? OptionalInt.empty() : OptionalInt.of(expected));
    }

    @Test
    void exifWhenPrefixIsThereTwiceIsRead() {
        byte[] twice = new byte[EXIF.length + 6];
        System.arraycopy(EXIF, 0, twice, 0, 6);
        System.arraycopy(EXIF, 0, twice, 6, EXIF.length);
        assertThat(ExifOrientation.read(twice, 0, twice.length)).hasValue(6);
    }

    @Test
    void exifWhenCutAnywhereHasNoOrientation() {
        for (int length = 0; length < EXIF.length - 3; length++) {
            assertThat(ExifOrientation.read(Arrays.copyOf(EXIF, length), 0, length))
                    .isEqualTo(OptionalInt.empty());
        }
    }

    @Test
    void exifWhenDirectoryLiesOutsideHasNoOrientation() {
        byte[] broken = EXIF.clone();
        broken[13] = (byte) 0x80;
        assertThat(ExifOrientation.read(broken, 0, broken.length)).isEmpty();
        broken[13] = 0x7f;
        assertThat(ExifOrientation.read(broken, 0, broken.length)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<rdf:Description tiff:Orientation=\"8\" xmlns=\"\"/>;8",
                "<tiff:Orientation>3</tiff:Orientation>;3",
                "<tiff:Orientation>0</tiff:Orientation><tiff:Orientation>3</tiff:Orientation>;0",
                "<exif:Orientation>3</exif:Orientation>;",
                "<tiff:Orientation> 3;"
            })
    void xmpIsSearchedForTheFirstOrientation(String xmp, Integer expected) {
        byte[] bytes = ("?" + xmp + "?").getBytes(StandardCharsets.UTF_8);
        OptionalInt orientation = XmpOrientation.read(bytes, 1, bytes.length - 1);
        assertThat(orientation).isEqualTo(expected == null ? OptionalInt.empty() : OptionalInt.of(expected));
    }
}
