package whatis.image.png;

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

/** Times the filter whose rows become vectors; the others wait for the pixel on the left. See {@code whatis.image.jpeg.JpegKernelsBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class FilterKernelsBenchmark {

    private final Random random = new Random(1);
    private final byte[] encoded = new byte[12_001];
    private final byte[] above = new byte[12_000];
    private final byte[] row = new byte[12_000];

    public FilterKernelsBenchmark() {
        random.nextBytes(encoded);
        random.nextBytes(above);
    }

    @Benchmark
    public Object up() {
        RowFilter.add(encoded, 1, above, row, row.length);
        return row;
    }
}
