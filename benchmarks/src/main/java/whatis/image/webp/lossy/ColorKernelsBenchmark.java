package whatis.image.webp.lossy;

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

/** Times what makes colours of a row. See {@code whatis.image.jpeg.JpegKernelsBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ColorKernelsBenchmark {

    private final Random random = new Random(1);
    private final int[] luma = random.ints(1000).toArray();
    private final int[] near = fields();
    private final int[] far = fields();
    private final int[] result = new int[1000];
    private final int[] other = new int[1000];

    private int[] fields() {
        return random.ints(1000).map(i -> i & 0x00ff00ff).toArray();
    }

    @Benchmark
    public Object blend() {
        RowKernels.blend(near, far, result, result.length);
        return result;
    }

    @Benchmark
    public Object interpolate() {
        RowKernels.interpolate(near, far, far, result, other, result.length);
        return result;
    }

    @Benchmark
    public Object luma() {
        RowKernels.luma(luma, 8, result, result.length);
        return result;
    }

    @Benchmark
    public Object red() {
        RowKernels.red(luma, near, 16, result, result.length);
        return result;
    }

    @Benchmark
    public Object green() {
        RowKernels.green(luma, near, far, 16, result, result.length);
        return result;
    }

    @Benchmark
    public Object blue() {
        RowKernels.blue(luma, near, 16, result, result.length);
        return result;
    }
}
