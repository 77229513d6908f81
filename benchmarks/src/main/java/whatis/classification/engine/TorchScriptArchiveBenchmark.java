package whatis.classification.engine;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.VitTinyOnDisk;

/** Times the way of a checkpoint into the archive that libtorch loads: reading, arranging, converting, writing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TorchScriptArchiveBenchmark {

    @Param({"FP32", "BF16"})
    private Precision precision = Precision.FP32;

    @Benchmark
    public void write(VitTinyOnDisk files) throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(files.files())) {
            VisionTransformerModule.plain(checkpoint, StorageType.of(precision))
                    .write(files.folder().resolve("archive.pt"));
        }
    }
}
