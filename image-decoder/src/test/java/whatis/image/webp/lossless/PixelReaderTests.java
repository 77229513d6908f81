package whatis.image.webp.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whatis.image.raster.DecodeBudget;

class PixelReaderTests {

    private static final int WIDTH = 7;
    private static final int HEIGHT = 300;

    /** A window that goes round holds what copies need as well as one for all pixels does. */
    @Test
    void readWhenWindowGoesRoundEqualsReadingIntoAWholePicture() {
        for (int seed = 0; seed < 50; seed++) {
            byte[] stream = copies(new Random(seed));
            int[] whole = read(stream, new int[WIDTH * HEIGHT]);
            assertThat(read(stream, new int[WIDTH * 9 + 3])).as("seed %d", seed).isEqualTo(whole);
            assertThat(Arrays.stream(whole).distinct().count()).isGreaterThan(100);
        }
    }

    private static int[] read(byte[] stream, int[] window) {
        BitReader in = new BitReader(stream, 0, stream.length);
        DecodeBudget budget = DecodeBudget.start(Duration.ofSeconds(10));
        int[] argb = new int[WIDTH * HEIGHT];
        new ImageReader(in, window, budget)
                .readHelper(WIDTH, HEIGHT, (y, pixels, from) -> System.arraycopy(pixels, from, argb, y * WIDTH, WIDTH));
        return argb;
    }

    /** Draws copies of 13 to 32 pixels from up to 57 pixels back, and single colors, which differ in blue. */
    private static byte[] copies(Random random) {
        BitWriter stream = new BitWriter().put(0, 1);
        putGreenCode(stream);
        stream.oneSymbol(0).allBytes().oneSymbol(255).put(0b111, 3).put(12, 8).put(13, 8);
        int left = WIDTH * HEIGHT;
        while (left > 0) {
            boolean copy = left < WIDTH * (HEIGHT - 9) && left > 32 && random.nextInt(4) == 0;
            if (copy) {
                int longer = random.nextInt(3);
                int extraBits = longer == 0 ? 2 : 3;
                int extra = random.nextInt(1 << extraBits);
                stream.put(new int[] {0b10, 0b01, 0b11}[longer], 2).put(extra, extraBits);
                stream.put(random.nextInt(2), 1).put(random.nextInt(32), 5);
                left -= new int[] {13, 17, 25}[longer] + extra;
            } else {
                stream.put(0, 2).put(random.nextInt(256), 8);
                left--;
            }
        }
        return stream.bytes();
    }

    /** Puts two bits for the color 0, and for lengths of 13 to 16, 17 to 24, and 25 to 32. */
    private static void putGreenCode(BitWriter stream) {
        int two = 0;
        int zeros = 1;
        stream.put(0, 1)
                .put(5 - 4, 4)
                .put(0, 3)
                .put(1, 3)
                .put(0, 3)
                .put(0, 3)
                .put(1, 3)
                .put(0, 1);
        stream.put(two, 1).put(zeros, 1).put(138 - 11, 7).put(zeros, 1).put(124 - 11, 7);
        stream.put(two, 1).put(two, 1).put(two, 1).put(zeros, 1).put(14 - 11, 7);
    }
}
