package whatis.image.webp.lossy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InverseTransformTests {

    private static final int STRIDE = 7;

    private final Random random = new Random(1);
    private final byte[] samples = new byte[4 * STRIDE];
    private final int[] block = new int[16];

    private byte[] addAny() {
        byte[] copy = samples.clone();
        InverseTransform.addAny(block, 0, copy, 1, STRIDE, new int[16]);
        return copy;
    }

    @Test
    void shortWaysEqualTheLongOne() {
        for (int number = 0; number < 1000; number++) {
            random.nextBytes(samples);
            block[0] = random.nextInt(4000) - 2000;
            byte[] flat = samples.clone();
            InverseTransform.addFlat(block[0] + 4 >> 3, flat, 1, STRIDE);
            assertThat(flat).isEqualTo(addAny());
            block[1] = random.nextInt(4000) - 2000;
            block[4] = random.nextInt(4000) - 2000;
            byte[] few = samples.clone();
            InverseTransform.addFew(block, 0, few, 1, STRIDE);
            assertThat(few).isEqualTo(addAny());
            block[1] = 0;
            block[4] = 0;
        }
    }

    /** A cosine transform in two dimensions, but for rounding. */
    @Test
    void addAnyIsNearTheCosineTransform() {
        for (int number = 0; number < 1000; number++) {
            for (int i = 0; i < 16; i++) {
                block[i] = random.nextInt(200) - 100;
            }
            Arrays.fill(samples, (byte) 128);
            byte[] added = addAny();
            for (int i = 0; i < 16; i++) {
                double sum = 128;
                for (int k = 0; k < 16; k++) {
                    sum += block[k] / 8.0 * basis(k / 4, i / 4) * basis(k % 4, i % 4);
                }
                double clamped = Math.max(0, Math.min(255, sum));
                assertThat(added[1 + i / 4 * STRIDE + i % 4] & 0xff).isBetween((int) clamped - 2, (int) clamped + 2);
            }
        }
    }

    private static double basis(int frequency, int at) {
        return frequency == 0 ? 1 : Math.sqrt(2) * Math.cos(Math.PI * frequency * (2 * at + 1) / 8);
    }

    /** Sums of 16 bits wrap in the vector instructions of libwebp. */
    @Test
    void addAnyWhenSumsLeaveSixteenBitsWraps() {
        block[0] = Short.MAX_VALUE;
        block[15] = 0;
        Arrays.fill(samples, (byte) 128);
        assertThat(addAny()[1]).isZero();
    }
}
