package whatis.image.webp.lossless;

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

/** Times the transforms whose rows become vectors. See {@code whatis.image.jpeg.JpegKernelsBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class TransformKernelsBenchmark {

    private final Random random = new Random(1);
    private final int[] argb = random.ints(4000).toArray();
    private final int[] above = random.ints(4001).toArray();
    private final SubtractGreen subtractGreen = new SubtractGreen(argb.length);

    @Benchmark
    public Object subtractGreen() {
        subtractGreen.undo(1, argb);
        return argb;
    }

    @Benchmark
    public Object colorsToRed() {
        ColorTransform.addToRed(argb, above, argb.length);
        return argb;
    }

    @Benchmark
    public Object colorsToBlue() {
        ColorTransform.addToBlue(argb, above, argb.length);
        return argb;
    }

    @Benchmark
    public Object predictByTheTop() {
        Predictors.MODES[2].undo(argb, above, 1, argb.length);
        return argb;
    }
}
