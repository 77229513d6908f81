package whatis.classification.checkpoint;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Times the reading of a checkpoint's weights, from the operating system's cache of files. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SafetensorsBenchmark {

    @Benchmark
    public void readEveryTensor(VitTinyOnDisk checkpoint, Blackhole sink) throws IOException {
        try (Safetensors tensors =
                Safetensors.open("model.safetensors", checkpoint.files().open("model.safetensors"))) {
            for (String name : tensors.names()) {
                sink.consume(tensors.read(name, tensors.shape(name)));
            }
        }
    }
}
