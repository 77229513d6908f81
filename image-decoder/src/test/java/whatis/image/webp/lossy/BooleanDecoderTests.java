package whatis.image.webp.lossy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BooleanDecoderTests {

    /** The decoder of RFC 6386, with numbers of any length: the value is compared with the split of the whole range. */
    private static int[] bits(byte[] bytes, int[] probabilities) {
        int[] bits = new int[probabilities.length];
        int spare = 7 * bits.length;
        BigInteger value = new BigInteger(1, bytes).shiftLeft(spare);
        int low = 8 * (bytes.length - 1) + spare;
        int range = 255;
        for (int i = 0; i < bits.length; i++) {
            int split = 1 + ((range - 1) * probabilities[i] >> 8);
            BigInteger scaled = BigInteger.valueOf(split).shiftLeft(low);
            bits[i] = value.compareTo(scaled) >= 0 ? 1 : 0;
            if (bits[i] == 1) {
                value = value.subtract(scaled);
            }
            range = bits[i] == 1 ? range - split : split;
            for (; range < 128; range <<= 1) {
                low--;
            }
        }
        return bits;
    }

    /** No encoder begins with 255, which is beyond the first range. */
    @Test
    void bitFollowsTheStandard() {
        Random random = new Random(1);
        for (int length = 1; length < 60; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            bytes[0] = (byte) random.nextInt(255);
            int[] probabilities = random.ints(8L * length, 0, 256).toArray();
            BooleanDecoder decoder = new BooleanDecoder(bytes, 0, length);
            int[] expected = bits(bytes, probabilities);
            for (int i = 0; i < probabilities.length && !decoder.isExhausted(); i++) {
                assertThat(decoder.bit(probabilities[i])).isEqualTo(expected[i]);
            }
        }
    }

    @Test
    void bitWhenAllAreReadIsZeroAndTellsSo() {
        BooleanDecoder decoder = new BooleanDecoder(new byte[] {0, 0, 0, 7}, 0, 3);
        assertThat(decoder.number(16)).isZero();
        assertThat(decoder.isExhausted()).isFalse();
        for (int i = 0; i < 100; i++) {
            assertThat(decoder.flag()).isFalse();
        }
        assertThat(decoder.isExhausted()).isTrue();
    }
}
