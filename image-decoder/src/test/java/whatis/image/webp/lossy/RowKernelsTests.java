package whatis.image.webp.lossy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowKernelsTests {

    private static final int ALL = 256;

    private static int clamp(int sum) {
        return Math.max(0, Math.min(255, sum >> 6));
    }

    @Test
    void colorsOfAllSamplesEqualTheFormula() {
        int[] luma = new int[ALL];
        int[] colors = new int[ALL];
        int[] u = new int[ALL];
        int[] v = new int[ALL];
        int[] y = new int[ALL];
        Arrays.setAll(y, i -> i << 16);
        RowKernels.luma(y, 16, luma, ALL);
        for (int chroma = 0; chroma < ALL; chroma++) {
            int opposite = 255 - chroma;
            Arrays.fill(u, chroma << 16);
            Arrays.fill(v, opposite << 16);
            for (int i = 0; i < ALL; i++) {
                assertThat(luma[i]).isEqualTo(i * 19077 >> 8);
            }
            RowKernels.red(luma, v, 16, colors, ALL);
            for (int i = 0; i < ALL; i++) {
                assertThat(colors[i]).isEqualTo(clamp(luma[i] + (opposite * 26149 >> 8) - 14234));
            }
            RowKernels.green(luma, u, v, 16, colors, ALL);
            for (int i = 0; i < ALL; i++) {
                assertThat(colors[i]).isEqualTo(clamp(luma[i] - (chroma * 6419 >> 8) - (opposite * 13320 >> 8) + 8708));
            }
            RowKernels.blue(luma, u, 16, colors, ALL);
            for (int i = 0; i < ALL; i++) {
                assertThat(colors[i]).isEqualTo(clamp(luma[i] + (chroma * 33050 >> 8) - 17685));
            }
        }
    }

    @Test
    void packedSamplesStandInTheirOrder() {
        int[] packed = {0xff, 1};
        RowKernels.pack(packed, new int[] {2, 0xff}, new int[] {3, 0}, new int[] {4, 0xff}, packed, 2);
        assertThat(packed).containsExactly(0x040302ff, 0xff00ff01);
    }

    /** Odd and even widths, and rows at the top, the bottom and between. */
    @Test
    void chromaIsInterpolatedAsOnADiamond() {
        Random random = new Random(1);
        for (int width = 1; width < 20; width++) {
            int height = 5;
            Plane plane = new Plane((width + 7) / 8, 8);
            random.nextBytes(plane.smoothed);
            int groups = (width + 1) / 2;
            ChromaRows rows = new ChromaRows(plane, width, height, groups);
            for (int y = 0; y < 2 * height; y++) {
                rows.make(y, 0);
                for (int x = 0; x < 2 * width; x++) {
                    int packed = (x % 2 == 0 ? rows.even : rows.odd)[x / 4] >>> x / 2 % 2 * 16 & 0xffff;
                    assertThat(packed).isEqualTo(interpolated(plane, width, height, x, y));
                }
            }
        }
    }

    private static int interpolated(Plane plane, int width, int height, int x, int y) {
        int nearX = x / 2;
        int farX = Math.max(0, Math.min(width - 1, nearX + (x % 2 == 0 ? -1 : 1)));
        int nearY = y / 2;
        int farY = Math.max(0, Math.min(height - 1, nearY + (y % 2 == 0 ? -1 : 1)));
        int sum = 9 * sample(plane, nearX, nearY)
                + 3 * sample(plane, farX, nearY)
                + 3 * sample(plane, nearX, farY)
                + sample(plane, farX, farY);
        return sum + 8 >> 4;
    }

    private static int sample(Plane plane, int x, int y) {
        return plane.smoothed[y * plane.stride + Plane.MARGIN + x] & 0xff;
    }
}
