package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/formats.md} against what is read and refused. */
class FormatsDocumentTests {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void tableOfWhatIsReadHasAllFormats() throws IOException {
        assertThat(table("Read"))
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(Arrays.stream(ImageFormat.values())
                        .map(ImageFormat::title)
                        .toList());
    }

    @Test
    void tableOfWhatIsNotReadHasAllFormats() throws IOException {
        assertThat(table("Not read"))
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(Arrays.stream(UnreadFormat.values())
                        .map(UnreadFormat::description)
                        .distinct()
                        .toList());
    }

    @Test
    void tableOfRefusedVariantsHasTheNamesThatAreTold() throws IOException {
        List<List<String>> variants = table("Refused variants");
        assertThat(variants).isNotEmpty();
        for (List<String> variant : variants) {
            byte[] example = example(variant.get(1));
            assertThatExceptionOfType(UnreadableImageException.class)
                    .as(variant.get(1))
                    .isThrownBy(() -> decoder.decode(example))
                    .withMessage("The %s image is of a variant that can't be read: %s."
                            .formatted(variant.get(0), variant.get(1)))
                    .matches(UnreadableImageException::namesWhatIsNotRead);
        }
    }

    private static byte[] example(String variant) {
        return switch (variant) {
            case "arithmetic coding" -> jpeg(0xc9, 8);
            case "lossless coding" -> jpeg(0xc3, 8);
            case "hierarchical coding" -> jpeg(0xc5, 8);
            case "12 bits a sample" -> jpeg(0xc1, 12);
            case "a JPEG inside" -> bmp(4);
            case "a PNG inside" -> bmp(5);
            case "Zstandard (zstd) compression" -> tiff(50_000, 1);
            case "LZMA compression" -> tiff(34_925, 1);
            case "camera RAW; export the picture as JPEG" -> tiff(1, 32_803);
            default -> throw new AssertionError("no example of " + variant);
        };
    }

    private static byte[] jpeg(int frame, int bits) {
        return new BareJpeg()
                .segment(frame, bits, 0, 8, 0, 8, 1, 1, 0x11, 0)
                .scan(0, 63)
                .end();
    }

    private static byte[] bmp(int compression) {
        ByteBuffer bmp = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(200).putInt(0).putInt(54);
        bmp.putInt(40)
                .putInt(4)
                .putInt(4)
                .putShort((short) 1)
                .putShort((short) 24)
                .putInt(compression);
        return bmp.array();
    }

    /** Writes a picture of one grey pixel. */
    private static byte[] tiff(int compression, int photometricInterpretation) {
        int[][] entries = {
            {256, 1},
            {257, 1},
            {258, 8},
            {259, compression},
            {262, photometricInterpretation},
            {273, 0},
            {277, 1},
            {279, 1}
        };
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 12 * entries.length + 4);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) entries.length);
        for (int[] entry : entries) {
            tiff.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        }
        return tiff.array();
    }

    /** Returns the cells of the first table under a heading, without its head. */
    private static List<List<String>> table(String heading) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "formats.md"));
        String section = text.substring(text.indexOf("\n## " + heading + "\n"));
        return section.lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.split("\\|"))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
