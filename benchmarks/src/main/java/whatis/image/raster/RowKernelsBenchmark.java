package whatis.image.raster;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times the loop that adds rows up. See {@code whatis.image.jpeg.JpegKernelsBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RowKernelsBenchmark {

    private final Random random = new Random(1);
    private final int[] row = random.ints(12_000, 0, 256).toArray();
    private final int[] sums = new int[row.length];

    @Benchmark
    public Object verticalSums() {
        VerticalSums.accumulate(sums, row, 12_345, row.length);
        return sums;
    }
}
