package whatis.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseDctTests {

    private final InverseDct dct = new InverseDct();
    private final Random random = new Random(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 263, 264, 265, 527, 528})
    void transformOfBlocksSideBySideEqualsThatOfEach(int count) {
        BlockBatch batch = new BlockBatch();
        int[][] blocks = new int[count][];
        for (int lane = 0; lane < count; lane++) {
            blocks[lane] = lane % 5 == 0 ? block(30_000) : block(900);
            for (int i = 0; i < blocks[lane].length; i++) {
                batch.coefficients[i * BlockBatch.LANES + lane] = blocks[lane][i];
            }
            SaturatingDct.transform(blocks[lane]);
        }
        batch.count = count;
        int[] copy = batch.coefficients.clone();
        int[] evenOdd = dct.transform(batch, true).clone();
        System.arraycopy(copy, 0, batch.coefficients, 0, copy.length);
        int[] halves = dct.transform(batch, false);
        for (int lane = 0; lane < count; lane++) {
            for (int i = 0; i < 64; i++) {
                int row = i / 8 * 8 * BlockBatch.LANES;
                int x = i % 8;
                int inEvenOdd = evenOdd[row + x % 2 * BlockBatch.LANES + lane] >>> 8 * (x / 2) & 0xff;
                int inHalves = halves[row + x / 4 * BlockBatch.LANES + lane] >>> 8 * (x % 4) & 0xff;
                assertThat(inEvenOdd).isEqualTo(blocks[lane][i]);
                assertThat(inHalves).isEqualTo(blocks[lane][i]);
            }
        }
    }

    /** Makes up a block of few coefficients, as photographs have, the largest at the front. */
    private int[] block(int largest) {
        int[] block = new int[64];
        int left = largest;
        for (int i = 0; i < 64 && left > 0; i += 1 + random.nextInt(9)) {
            block[i] = random.nextInt(2 * left + 1) - left;
            left -= Math.abs(block[i]);
        }
        return block;
    }

    @Test
    void transformFollowsTheDefinition() {
        for (int number = 0; number < 50; number++) {
            int[] block = block(800);
            double[] expected = definition(block);
            SaturatingDct.transform(block);
            for (int i = 0; i < 64; i++) {
                double clamped = Math.max(0, Math.min(255, expected[i] + 128));
                assertThat((double) block[i]).isCloseTo(clamped, within(1.0));
            }
        }
    }

    /** A.3.3 of ITU-T T.81. */
    private static double[] definition(int[] coefficients) {
        double[] samples = new double[64];
        for (int i = 0; i < 64; i++) {
            for (int k = 0; k < 64; k++) {
                double scale = (k / 8 == 0 ? Math.sqrt(0.5) : 1) * (k % 8 == 0 ? Math.sqrt(0.5) : 1) / 4;
                samples[i] += scale
                        * coefficients[k]
                        * Math.cos((2 * (i / 8) + 1) * (k / 8) * Math.PI / 16)
                        * Math.cos((2 * (i % 8) + 1) * (k % 8) * Math.PI / 16);
            }
        }
        return samples;
    }

    @Test
    void placesFollowTheZigzag() {
        int[] natural = {0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20
        };
        for (int k = 0; k < natural.length; k++) {
            assertThat(BlockBatch.PLACES[k + 1]).isEqualTo(natural[k] * BlockBatch.LANES);
        }
        assertThat(BlockBatch.PLACES[64]).isEqualTo(63 * BlockBatch.LANES);
        assertThat(BlockBatch.PLACES[80]).isEqualTo(63 * BlockBatch.LANES);
    }
}
