package whatis.image.jpeg;

import java.util.Arrays;
import whatis.image.raster.RgbImage;

/** The sums of a target row, in the order in which samples are packed. */
final class PackedSums {

    /** How many columns the samples of a group are. */
    static final int GROUP = 8;

    private static final int SAMPLES = 4;

    /** For each channel, for columns even or odd, and for samples 0 to 3: a sum for each group. */
    private final int[][][][] sums;

    PackedSums(int channels, int groups) {
        sums = new int[channels][2][SAMPLES][groups];
    }

    /** Begins a row to which these weights belong. */
    void begin(int[] weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        for (int[][][] channel : sums) {
            for (int[][] parity : channel) {
                for (int[] sample : parity) {
                    Arrays.fill(sample, ColorKernels.initialSum(sum));
                }
            }
        }
    }

    int[][] of(int channel, int columnParity) {
        return sums[channel][columnParity];
    }

    /** Writes samples, three a pixel. */
    void copyTo(byte[] row, int width) {
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            int[][][] from = sums[Math.min(channel, sums.length - 1)];
            for (int phase = 0; phase < GROUP; phase++) {
                int[] ofPhase = from[phase & 1][phase >> 1];
                for (int x = phase; x < width; x += GROUP) {
                    row[RgbImage.CHANNELS * x + channel] = (byte) ColorKernels.sample(ofPhase[x >> 3]);
                }
            }
        }
    }
}
