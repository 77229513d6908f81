package whatis.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorModelTests {

    /** The rules of {@code default_decompress_parms} in libjpeg's jdapimin.c. */
    @ParameterizedTest
    @CsvSource({
        "1, 'A', false, -1, GREY",
        "3, '123', false, -1, YCBCR",
        "3, 'RGB', false, -1, RGB",
        "3, 'RGB', true, -1, YCBCR",
        "3, 'RGB', false, 1, YCBCR",
        "3, '123', false, 0, RGB",
        "3, '123', true, 0, YCBCR",
        "4, '1234', false, -1, CMYK",
        "4, '1234', false, 0, CMYK",
        "4, '1234', false, 2, YCCK"
    })
    void modelFollowsSegmentsAndNames(int count, String names, boolean jfif, int adobe, ColorModel expected) {
        int[] frame = new int[6 + 3 * count];
        frame[0] = 8;
        frame[2] = 8;
        frame[4] = 8;
        frame[5] = count;
        for (int i = 0; i < count; i++) {
            frame[6 + 3 * i] = names.charAt(i);
            frame[7 + 3 * i] = 0x11;
        }
        byte[] bytes = new byte[frame.length];
        for (int i = 0; i < frame.length; i++) {
            bytes[i] = (byte) frame[i];
        }
        FrameHeader header = FrameHeader.read(Marker.SOF0, new Bytes(bytes, 0, bytes.length));
        assertThat(ColorModel.of(header, jfif, adobe)).isEqualTo(expected);
    }
}
