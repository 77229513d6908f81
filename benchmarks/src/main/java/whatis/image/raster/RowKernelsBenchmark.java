package whatis.image.raster;

import org.openjdk.jmh.annotations.Benchmark;
import whatis.image.KernelsBenchmark;

/** Times the loop that adds rows up. */
public class RowKernelsBenchmark extends KernelsBenchmark {

    private final int[] row = random.ints(12_000, 0, 256).toArray();
    private final int[] sums = new int[row.length];

    @Benchmark
    public Object verticalSums() {
        VerticalSums.accumulate(sums, row, 12_345, row.length);
        return sums;
    }
}
