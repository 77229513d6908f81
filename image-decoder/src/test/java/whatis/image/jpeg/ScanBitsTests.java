package whatis.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whatis.image.raster.MalformedImageException;

class ScanBitsTests {

    private static ScanBits bits(int... bytes) {
        byte[] file = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            file[i] = (byte) bytes[i];
        }
        return new ScanBits(file, 0);
    }

    private static int next(ScanBits bits) {
        int value = bits.bits(8);
        bits.checkEnd(bits.position, bits.available);
        return value;
    }

    @Test
    void bitsWhenZerosAreStuffedLeaveThemOut() {
        ScanBits bits = bits(0xff, 0, 0x12, 0xff, 0xff, 0, 0x34, 0xff, 0xd9);
        assertThat(next(bits)).isEqualTo(0xff);
        assertThat(next(bits)).isEqualTo(0x12);
        assertThat(next(bits)).isEqualTo(0xff);
        assertThat(next(bits)).isEqualTo(0x34);
        assertThat(bits.insufficient).isFalse();
        assertThat(bits.end()).isEqualTo(7);
    }

    @Test
    void bitsWhenMarkerComesTooEarlyAreZeros() {
        ScanBits bits = bits(0x12, 0xff, 0xd9);
        assertThat(next(bits)).isEqualTo(0x12);
        assertThat(bits.insufficient).isFalse();
        assertThat(next(bits)).isZero();
        assertThat(bits.insufficient).isTrue();
    }

    @Test
    void bitsWhenFileEndsAreRefused() {
        ScanBits bits = bits(0x12);
        assertThat(next(bits)).isEqualTo(0x12);
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> next(bits));
    }

    @Test
    void bitsWhenWindowSlidesGoOn() {
        byte[] data = new byte[100_000];
        new Random(1).nextBytes(data);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte value : data) {
            file.write(value);
            if (value == -1) {
                file.write(0);
            }
        }
        file.writeBytes(new byte[] {-1, (byte) Marker.EOI});
        ScanBits bits = new ScanBits(file.toByteArray(), 0);
        for (int at = 0; at < data.length; at++) {
            if (bits.position > bits.slideAt) {
                bits.slide();
            }
            assertThat(next(bits)).as("byte %d", at).isEqualTo(data[at] & 0xff);
        }
        assertThat(bits.insufficient).isFalse();
        assertThat(bits.end()).isEqualTo(file.size() - 2);
    }

    @Test
    void restartWhenMarkerIsTheNextGoesOnBehindIt() {
        ScanBits bits = bits(1, 2, 3, 0xff, 0xd0, 4, 0xff, 0xd1, 5, 0xff, 0xd9);
        assertThat(next(bits)).isEqualTo(1);
        bits.restart();
        assertThat(next(bits)).isEqualTo(4);
        bits.restart();
        assertThat(next(bits)).isEqualTo(5);
    }

    @Test
    void restartWhenIntervalIsMissingLeavesItEmpty() {
        ScanBits bits = bits(1, 0xff, 0xd1, 2, 0xff, 0xd9);
        assertThat(next(bits)).isEqualTo(1);
        bits.restart();
        assertThat(next(bits)).isZero();
        assertThat(bits.insufficient).isTrue();
        bits.restart();
        assertThat(next(bits)).isEqualTo(2);
        assertThat(bits.insufficient).isFalse();
    }

    @Test
    void restartWhenMarkerIsOldSkipsIt() {
        ScanBits bits = bits(1, 0xff, 0xd7, 2, 0xff, 0xd0, 3, 0xff, 0xd9);
        assertThat(next(bits)).isEqualTo(1);
        bits.restart();
        assertThat(next(bits)).isEqualTo(3);
    }

    @Test
    void restartWhenImageEndsStaysThere() {
        ScanBits bits = bits(1, 0xff, 0xd9);
        bits.restart();
        bits.restart();
        assertThat(next(bits)).isZero();
        assertThat(bits.end()).isEqualTo(1);
    }
}
