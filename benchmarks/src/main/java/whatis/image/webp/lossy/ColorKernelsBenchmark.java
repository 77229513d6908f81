package whatis.image.webp.lossy;

import org.openjdk.jmh.annotations.Benchmark;
import whatis.image.KernelsBenchmark;

/** Times what makes colours of a row. */
public class ColorKernelsBenchmark extends KernelsBenchmark {

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

    @Benchmark
    public Object pack() {
        RowKernels.pack(near, far, near, far, result, result.length);
        return result;
    }
}
