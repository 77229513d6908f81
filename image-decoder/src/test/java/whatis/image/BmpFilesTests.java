package whatis.image;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BmpFilesTests {

    private static final int PNG = 5;
    private static final int JPEG = 4;

    /** What is inside may be of any size. */
    @ParameterizedTest
    @CsvSource({PNG + ", rgb.png", JPEG + ", baseline.jpg"})
    void decodeWhenBmpHoldsAnotherFileRejects(int compression, String name) {
        byte[] inner = DrawnImages.read(name);
        ByteBuffer bmp = header(54 + inner.length, 54).putShort(14 + 14, (short) 0);
        bmp.putInt(14 + 16, compression).putInt(14 + 20, inner.length).put(54, inner);
        assertThatExceptionOfType(UnreadableImageException.class).isThrownBy(() -> Decoding.decode(bmp.array()));
    }

    /** The palette would have two gigabytes. */
    @Test
    void decodeWhenPaletteEndsBehindTheFileRejects() {
        ByteBuffer bmp = header(1_000, Integer.MAX_VALUE);
        bmp.putShort(14 + 14, (short) 24).putInt(14 + 32, Integer.MAX_VALUE);
        assertThatExceptionOfType(UnreadableImageException.class).isThrownBy(() -> Decoding.decode(bmp.array()));
    }

    private static ByteBuffer header(int length, int pixelOffset) {
        ByteBuffer bmp = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put("BM".getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .putInt(0)
                .putInt(pixelOffset);
        return bmp.putInt(40).putInt(301).putInt(203).putShort((short) 1);
    }
}
