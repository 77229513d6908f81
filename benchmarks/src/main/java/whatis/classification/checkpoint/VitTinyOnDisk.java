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
import whatis.classification.network.TinyCheckpoint;

/** A checkpoint of ViT-Tiny's dimensions with random weights, in a folder of its own: 5.7 million numbers. */
@State(Scope.Benchmark)
public class VitTinyOnDisk {

    private static final TinyCheckpoint VIT_TINY = TinyCheckpoint.of("vit")
            .with("hidden_size", "192")
            .with("num_hidden_layers", "12")
            .with("intermediate_size", "768")
            .with("patch_size", "16")
            .withImageSize(224)
            .withLabels(IntStream.range(0, 1000).mapToObj(i -> "label " + i).toList())
            .withDeviation(0.02);

    @Param({"F32", "BF16"})
    private String dtype = "";

    private Path folder = Path.of("");

    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("whatis-benchmark");
        VIT_TINY.withType(dtype).write(folder);
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
