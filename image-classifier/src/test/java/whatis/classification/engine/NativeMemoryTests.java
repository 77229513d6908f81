package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.network.Network;
import whatis.classification.network.TinyCheckpoint;

/** What a closed engine leaves behind. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
class NativeMemoryTests {

    private static final int CYCLES = 1000;

    /** Loads after which the JVM's own memory has settled. */
    private static final int SETTLED = 200;

    /** Far below what 800 leaked models take: each has 3 MB of weights. */
    private static final long NOISE_MB = 60;

    @TempDir
    Path folder;

    @Test
    void memoryWhenModelsAreLoadedAndClosedStaysLevel() throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.of("vit")
                .with("hidden_size", "192")
                .with("intermediate_size", "384")
                .with("patch_size", "16")
                .withImageSize(32)
                .withDeviation(0.05);
        tiny.write(folder);
        ByteBuffer pixels = ByteBuffer.allocateDirect(3 * 32 * 32 * Float.BYTES).order(ByteOrder.nativeOrder());
        long settled = 0;
        for (int cycle = 1; cycle <= CYCLES; cycle++) {
            try (Network network = Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)));
                    InferenceEngine engine =
                            InferenceEngine.load(network, Precision.FP32, Optional.empty(), Concurrency.onAllCores())) {
                assertThat(engine.infer(pixels, Duration.ofMinutes(1)).logits()).hasSize(tiny.labels());
            }
            if (cycle == SETTLED) {
                settled = residentMegabytes();
            }
        }
        long after = residentMegabytes();
        System.out.printf("resident memory after %d loads: %d MB, after %d: %d MB%n", SETTLED, settled, CYCLES, after);
        assertThat(after).isLessThan(settled + NOISE_MB);
    }

    private static long residentMegabytes() throws IOException {
        System.gc();
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String line =
                    lines.filter(text -> text.startsWith("VmRSS")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
    }
}
