package whatis.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import whatis.image.raster.ImageSize;

class WebPFilesTests {

    private static final int RIFF_HEADER = 12;

    private final byte[] lossy = DrawnImages.read("lossy.webp");

    @Test
    void decodeWhenThereAreFewCodeTablesDecodes() {
        assertThat(Decoding.decode(CodeTableBomb.create(2_600)).size()).isEqualTo(new ImageSize(64, 64));
    }

    /** All of them would take 360 MB. */
    @Test
    void decodeWhenThereAreThousandsOfCodeTablesTakesNoMoreThanAllowed() {
        byte[] bomb = CodeTableBomb.create(65_535);
        ImageLimits modest = new ImageLimits(50_000_000, Duration.ofSeconds(2), 64 << 20);
        long before = allocated();
        try {
            Decoding.decode(bomb, modest);
        } catch (ImageRejectedException rejection) {
            assertThat(rejection).hasMessageEndingWith(".");
        }
        assertThat(allocated() - before).isLessThan(modest.maxMemory());
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Test
    void decodeWhenAFurtherBitstreamFollowsRejects() {
        byte[] huge = bitstream();
        ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 6, 0x3fff3fff);
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> Decoding.decode(extended(0, bitstream(), huge)))
                .withMessageContaining("damaged");
    }

    @Test
    void decodeWhenBitstreamEndsBehindTheFileRejects() {
        byte[] cut = bitstream();
        ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MIN_VALUE);
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> Decoding.decode(extended(0, cut)))
                .withMessageContaining("damaged");
    }

    @Test
    void decodeWhenLosslessDataEndTooEarlyTellsDamage() {
        byte[] webp = DrawnImages.read("alpha.webp");
        webp[24] = 9;
        webp[25] = 0;
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> Decoding.decode(webp))
                .withMessageContaining("damaged");
    }

    private byte[] bitstream() {
        return Arrays.copyOfRange(lossy, RIFF_HEADER, lossy.length);
    }

    private static byte[] extended(int flags, byte[]... chunks) {
        ByteBuffer file = ByteBuffer.allocate(100_000).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF\0\0\0\0WEBPVP8X".getBytes(StandardCharsets.US_ASCII));
        file.putInt(10).putInt(flags).putInt(300 | 202 << 24).putShort((short) 0);
        for (byte[] chunk : chunks) {
            file.put(chunk).put(new byte[chunk.length & 1]);
        }
        file.putInt(4, file.position() - 8);
        return Arrays.copyOf(file.array(), file.position());
    }
}
