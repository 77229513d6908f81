package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadFormatTests {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    private static byte[] bytes(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] mediaFile(String brands) {
        return bytes("\0\0\0" + (char) (8 + brands.length()) + "ftyp" + brands + "\0\0\0\10meta");
    }

    private void assertRefused(byte[] file, String what) {
        assertThatExceptionOfType(UnsupportedImageFormatException.class)
                .isThrownBy(() -> decoder.header(file))
                .withMessage("This is " + what + ", which is not read; save or export it as JPEG.");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "avif____mif1,an AVIF image",
                "avis____msf1,an AVIF image",
                "mif1____miafavif,an AVIF image",
                "heic____mif1,a HEIC image",
                "heix____mif1,a HEIC image",
                "hevc____msf1,a HEIC image",
                "mif1____heic,a HEIC image",
                "msf1____hevc,a HEIC image",
                "mif1____,a HEIC image",
                "crx ____crx isom,a Canon RAW image"
            })
    void headerWhenBrandsTellTheFormatNamesIt(String brands, String what) {
        assertRefused(mediaFile(brands), what);
    }

    /** Bytes beyond ASCII and control characters in hexadecimal digits. */
    @ParameterizedTest
    @CsvSource({
        "ff0afa1f, '', a JPEG XL image",
        "0000000c4a584c200d0a870a, '', a JPEG XL image",
        "0000000c6a5020200d0a870a, '', a JPEG 2000 image",
        "ff4fff51, '', a JPEG 2000 image",
        "'', 8BPS, a Photoshop document",
        "00000100, '', an icon",
        "'', %PDF-1.7, a PDF document",
        "49491a000000, HEAPCCDR, a Canon RAW image",
        "'', FUJIFILMCCD-RAW 0201, a Fujifilm RAW image",
        "49495500, '', a Panasonic RAW image",
        "'', IIRO, an Olympus RAW image",
        "'', IIRS, an Olympus RAW image",
        "'', MMOR, an Olympus RAW image",
        "004d524d, '', a Minolta RAW image",
        "'', FOVb, a Sigma RAW image"
    })
    void headerWhenSignatureTellsTheFormatNamesIt(String digits, String text, String what) {
        String begin = new String(HexFormat.of().parseHex(digits), StandardCharsets.ISO_8859_1);
        assertRefused(bytes(begin + text + "\0\0\0\0\0\0\0\0"), what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg/>",
                " \r\n<svg xmlns='http://www.w3.org/2000/svg'>",
                "\u00ef\u00bb\u00bf<?xml version=\"1.0\"?>\n<svg>",
                "<?xml version='1.0'?><!-- <html> --><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'><svg>"
            })
    void headerWhenTextIsADrawingNamesSvg(String text) {
        assertRefused(bytes(text), "an SVG drawing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<html><svg/>",
                "<!DOCTYPE html><html><svg>",
                "<!-- <svg> ",
                "<?xml <svg",
                "svg",
                "II",
                "\0\0\0\30ftypmp42\0\0\0\0avif",
                "\0\0\0\0ftypavif",
                "????ftyp"
            })
    void headerWhenBytesAreOfNoFormatNamesThoseThatAreRead(String text) {
        assertThatExceptionOfType(UnsupportedImageFormatException.class)
                .isThrownBy(() -> decoder.header(bytes(text)))
                .withMessageStartingWith("This is not an image in one of the accepted formats: ")
                .withMessageContaining("JPEG");
    }

    @Test
    void descriptionsOfRawTellThatTheyAre() {
        assertThat(UnreadFormat.values())
                .filteredOn(format -> format.compareTo(UnreadFormat.CR3) >= 0)
                .allSatisfy(format -> assertThat(format.description()).contains("RAW"));
    }
}
