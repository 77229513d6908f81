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
import whatis.classification.network.Attention;
import whatis.classification.network.Network;
import whatis.classification.network.PlainLowering;

/** Times the way of a checkpoint into the archive that libtorch loads: reading, arranging, converting, writing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ArchiveBenchmark {

    @Param({"FP32", "BF16"})
    private Precision precision = Precision.FP32;

    @Benchmark
    public void write(VitTinyOnDisk files) throws IOException {
        try (Network network = Network.open(Checkpoint.open(files.files()))) {
            network.archive(precision.storage(Cpu.here()), new PlainLowering(Attention.FLASH))
                    .write(files.folder().resolve("archive.pt"));
        }
    }
}
