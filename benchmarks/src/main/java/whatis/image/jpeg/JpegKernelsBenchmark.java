package whatis.image.jpeg;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import whatis.image.KernelsBenchmark;

/** Times the inverse transform, and what upsamples chroma, converts colours and weighs pixels. */
public class JpegKernelsBenchmark extends KernelsBenchmark {

    /** Groups of four samples in a row of 4,000 pixels. */
    private static final int GROUPS = 1000;

    private final InverseDct inverseDct = new InverseDct();
    private final BlockBatch batch = new BlockBatch();
    private final int[] luma = samples();
    private final int[][] blue = {fields(), fields()};
    private final int[][] red = {fields(), fields()};
    private final int[][] weights = new int[12][GROUPS];
    private final int[][] sums = new int[4][GROUPS];
    private final int[][] otherSums = new int[4][GROUPS];

    public JpegKernelsBenchmark() {
        batch.count = BlockBatch.LANES;
        for (int lane = 0; lane < BlockBatch.LANES; lane++) {
            for (int k = 0; k < 10; k++) {
                batch.coefficients[(8 * (k / 4) + k % 4) * BlockBatch.LANES + lane] = random.nextInt(100) - 50;
            }
        }
        for (int[] row : weights) {
            Arrays.setAll(row, i -> random.nextInt(1 << 18));
        }
    }

    private int[] samples() {
        return random.ints(GROUPS).toArray();
    }

    private int[] fields() {
        return random.ints(GROUPS).map(i -> i & 0x00ff00ff).toArray();
    }

    @Benchmark
    public Object inverseDct() {
        return inverseDct.transform(batch, true);
    }

    @Benchmark
    public Object inverseDctInHalves() {
        return inverseDct.transform(batch, false);
    }

    @Benchmark
    public Object horizontalRed() {
        HorizontalKernels.addRedOrBlue(
                luma, red, weights, sums, GROUPS, ColorKernels.RED_OF_CR, ColorKernels.RED_OFFSET);
        return sums;
    }

    @Benchmark
    public Object horizontalGreen() {
        HorizontalKernels.addGreen(luma, blue, red, weights, sums, GROUPS);
        return sums;
    }

    @Benchmark
    public Object horizontalGrey() {
        HorizontalKernels.addGrey(luma, weights, sums, GROUPS);
        return sums;
    }

    @Benchmark
    public Object verticalRed() {
        VerticalKernels.addRedOrBlue(
                luma, red, sums, otherSums, 1000, 2000, GROUPS, ColorKernels.RED_OF_CR, ColorKernels.RED_OFFSET);
        return sums;
    }

    @Benchmark
    public Object verticalGreen() {
        VerticalKernels.addGreen(luma, blue, red, sums, otherSums, 1000, 2000, GROUPS);
        return sums;
    }

    @Benchmark
    public Object verticalGrey() {
        VerticalKernels.addGrey(luma, sums, otherSums, 1000, 2000, GROUPS);
        return sums;
    }

    @Benchmark
    public Object colors() {
        ColorKernels.convert(luma, blue[0], red[0], sums[0], GROUPS, 0, 0, Opaque.two8, Opaque.zero);
        return sums;
    }

    @Benchmark
    public Object unpackChroma() {
        ChromaKernels.unpack(luma, sums[0], sums[1], GROUPS);
        return sums;
    }

    @Benchmark
    public Object sumChromaRows() {
        ChromaKernels.sumRows(luma, weights[0], sums[0], sums[1], GROUPS);
        return sums;
    }

    @Benchmark
    public Object mixChromaRows() {
        ChromaKernels.mixRows(luma, weights[0], sums[0], sums[1], GROUPS, 0x00020002);
        return sums;
    }

    @Benchmark
    public Object mixChromaToTheLeft() {
        ChromaKernels.mixLeft(blue[0], blue[1], red[1], sums[0], sums[1], GROUPS, 0x00020002, 2, Opaque.two16);
        return sums;
    }

    @Benchmark
    public Object mixChromaToTheRight() {
        ChromaKernels.mixRight(blue[0], blue[1], red[0], sums[0], sums[1], GROUPS, 0x00020002, 2, Opaque.two16);
        return sums;
    }
}
