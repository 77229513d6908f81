package whatis.classification.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExifOrientationTests {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ASCII = 2;

    @Test
    void readWhenBytesAreBigEndianReturnsOrientation() {
        assertThat(read(exif(ByteOrder.BIG_ENDIAN, SHORT, 6))).isEqualTo(Orientation.TURNED_RIGHT);
    }

    @Test
    void readWhenBytesAreLittleEndianReturnsOrientation() {
        assertThat(read(exif(ByteOrder.LITTLE_ENDIAN, SHORT, 8))).isEqualTo(Orientation.TURNED_LEFT);
    }

    @Test
    void readWhenValueIsLongReturnsOrientation() {
        assertThat(read(exif(ByteOrder.LITTLE_ENDIAN, LONG, 3))).isEqualTo(Orientation.UPSIDE_DOWN);
    }

    @Test
    void readWhenValueIsTextReturnsNormal() {
        assertThat(read(exif(ByteOrder.LITTLE_ENDIAN, ASCII, 3))).isEqualTo(Orientation.NORMAL);
    }

    @Test
    void readWhenValueIsUndefinedReturnsNormal() {
        assertThat(read(exif(ByteOrder.BIG_ENDIAN, SHORT, 9))).isEqualTo(Orientation.NORMAL);
    }

    @Test
    void readWhenDataAreCutReturnsNormal() {
        byte[] exif = exif(ByteOrder.BIG_ENDIAN, SHORT, 6);
        for (int length = 0; length < exif.length; length++) {
            assertThat(ExifOrientation.read(exif, 0, length)).isEqualTo(Orientation.NORMAL);
        }
    }

    @Test
    void readWhenDirectoryLiesOutsideReturnsNormal() {
        byte[] exif = exif(ByteOrder.BIG_ENDIAN, SHORT, 6);
        exif[10] = 0x7f;
        assertThat(read(exif)).isEqualTo(Orientation.NORMAL);
    }

    private static Orientation read(byte[] exif) {
        return ExifOrientation.read(exif, 0, exif.length);
    }

    private static byte[] exif(ByteOrder order, int type, int value) {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12).put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        exif.order(order).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) type).putInt(1);
        if (type == LONG) {
            exif.putInt(value);
        } else {
            exif.putShort((short) value).putShort((short) 0);
        }
        return exif.array();
    }
}
