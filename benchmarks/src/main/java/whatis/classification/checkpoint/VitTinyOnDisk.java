package whatis.classification.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A checkpoint of ViT-Tiny's dimensions with random weights, in a folder of its own: 5.7 million numbers. */
@State(Scope.Benchmark)
public class VitTinyOnDisk {

    private static final VisionTransformerConfig CONFIG = new VisionTransformerConfig(
            Architecture.VIT,
            192,
            12,
            3,
            768,
            Activation.GELU,
            1e-12,
            224,
            224,
            16,
            true,
            IntStream.range(0, 1000).mapToObj(i -> "label " + i).toList());

    @Param({"F32", "BF16"})
    private String dtype = "";

    private Path folder = Path.of("");

    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("whatis-benchmark");
        new TinyCheckpoint(CONFIG, dtype, 0, 0.02).write(folder);
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        List<Path> inside;
        try (Stream<Path> found = Files.walk(folder)) {
            inside = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.delete(path);
        }
    }

    /** Returns where files of the benchmark may be written; they are deleted in the end. */
    public Path folder() {
        return folder;
    }

    public CheckpointFiles files() {
        return CheckpointFiles.inFolder(folder);
    }
}
