package whatis.image.webp.lossless;

import org.openjdk.jmh.annotations.Benchmark;
import whatis.image.KernelsBenchmark;

/** Times the transforms whose rows become vectors. */
public class TransformKernelsBenchmark extends KernelsBenchmark {

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
