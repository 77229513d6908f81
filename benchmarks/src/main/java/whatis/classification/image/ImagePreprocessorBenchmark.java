package whatis.classification.image;

import java.nio.FloatBuffer;
import java.util.List;
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
import whatis.image.DrawnImages;
import whatis.image.ImageLimits;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

/** Times what turns an encoded image into the input of a ViT. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ImagePreprocessorBenchmark {

    private static final Preprocessing VIT = new Preprocessing(
            new Resizing.Exact(ImageSize.square(224)),
            ResamplingFilter.BILINEAR,
            null,
            new Normalization(1 / 255.0, List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5)));

    private final ImagePreprocessor preprocessor = new ImagePreprocessor(VIT, ImageLimits.DEFAULT);
    private final FloatBuffer input = FloatBuffer.allocate(preprocessor.floats());
    private final byte[] jpeg;
    private final byte[] png;
    private final byte[] webp;

    public ImagePreprocessorBenchmark() {
        DrawnScene scene = new DrawnScene();
        jpeg = scene.jpeg();
        png = scene.png();
        // Java has no encoder for WebP: a scene drawn for the tests, of 285 x 214.
        webp = DrawnImages.read("lossy.webp");
    }

    @Benchmark
    public FloatBuffer jpeg() {
        return prepared(jpeg);
    }

    @Benchmark
    public FloatBuffer png() {
        return prepared(png);
    }

    @Benchmark
    public FloatBuffer webp() {
        return prepared(webp);
    }

    private FloatBuffer prepared(byte[] encoded) {
        preprocessor.prepare(encoded, input.clear());
        return input;
    }
}
