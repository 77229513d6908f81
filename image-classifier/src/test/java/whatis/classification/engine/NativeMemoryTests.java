package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.network.Attention;
import whatis.classification.network.Lowering;
import whatis.classification.network.Network;
import whatis.classification.network.OneDnnLowering;
import whatis.classification.network.TinyCheckpoint;
import whatis.classification.timing.Deadline;
import whatis.classification.torchscript.StorageType;

/** What a closed engine and a load that failed leave behind. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
class NativeMemoryTests {

    private static final Arrangement ARRANGEMENT = new Arrangement(Attention.FLASH, false);

    /** Loads after which the JVM's own memory has settled. */
    private static final int SETTLED = 50;

    /** Loads after that. */
    private static final int LOADS = 200;

    /** Far below what 200 leaked models take: each has 3 MB of weights. */
    private static final long NOISE_MB = 100;

    @TempDir
    Path folder;

    @Test
    void memoryWhenModelsAreLoadedAndClosedStaysLevel() throws IOException {
        TinyCheckpoint tiny = small();
        tiny.write(folder);
        ByteBuffer pixels = ByteBuffer.allocateDirect(3 * 32 * 32 * Float.BYTES).order(ByteOrder.nativeOrder());
        assertLevel(load -> {
            try (Network network = open(folder);
                    InferenceEngine engine =
                            InferenceEngine.load(network, Precision.FP32, Optional.empty(), Concurrency.onAllCores())) {
                assertThat(engine.infer(pixels, Deadline.in(Duration.ofMinutes(1)))
                                .logits())
                        .hasSize(tiny.labels());
            }
        });
    }

    @Test
    void memoryWhenWeightsAreRefusedStaysLevel() throws IOException {
        Path damaged = folder.resolve("damaged");
        small().write(damaged);
        Path weights = damaged.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - Float.BYTES, Float.NaN);
        Files.write(weights, bytes);
        Path infinite = folder.resolve("infinite");
        small().withDeviation(1e30).write(infinite);
        Lowering fused = new OneDnnLowering(Attention.FLASH);
        assertLevel(load -> assertThatThrownBy(() -> load(load % 2 == 0 ? damaged : infinite, fused))
                .isInstanceOf(CheckpointException.class));
    }

    @Test
    void memoryWhenFusedOperatorsAreReplacedStaysLevel() throws IOException {
        small().write(folder);
        List<Lowering> replaced = List.of(AlteredLowering.ABSENT, AlteredLowering.WRONG, AlteredLowering.FAILING);
        assertLevel(load -> {
            try (LoadedNetwork network = load(folder, replaced.get(load % replaced.size()))) {
                assertThat(network.fused()).isFalse();
            }
        });
    }

    @Test
    void memoryWhenTheDispatchersFailStaysLevel() throws IOException {
        small().write(folder);
        assertLevel(load -> {
            try (Network network = open(folder)) {
                LoadedNetwork closed = new NetworkLoader(StorageType.FLOAT, ARRANGEMENT).load(network);
                closed.close();
                assertThatThrownBy(() -> new InferenceEngine(
                                closed,
                                Precision.FP32,
                                ARRANGEMENT,
                                new Concurrency(2, 2, 4),
                                new DispatcherThreads(2)))
                        .isInstanceOf(CompletionException.class);
            }
        });
    }

    private static TinyCheckpoint small() {
        return TinyCheckpoint.of("vit")
                .with("hidden_size", "192")
                .with("intermediate_size", "384")
                .with("patch_size", "16")
                .withImageSize(32)
                .withDeviation(0.05);
    }

    private static LoadedNetwork load(Path folder, Lowering fused) throws IOException {
        try (Network network = open(folder)) {
            return new NetworkLoader(StorageType.FLOAT, ARRANGEMENT, fused).load(network);
        }
    }

    private static Network open(Path folder) throws IOException {
        return Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)));
    }

    /** A load that may fail. */
    private interface Load {
        void run(int number) throws IOException;
    }

    private static void assertLevel(Load load) throws IOException {
        repeat(load, SETTLED);
        long settled = residentMegabytes();
        repeat(load, LOADS);
        long after = residentMegabytes();
        System.out.printf(
                "resident memory after %d loads: %d MB, after %d more: %d MB%n", SETTLED, settled, LOADS, after);
        assertThat(after).isLessThan(settled + NOISE_MB);
    }

    private static void repeat(Load load, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            load.run(i);
        }
    }

    /** Returns the resident memory of this process without Java's heap, which has as much as it likes. */
    private static long residentMegabytes() throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String line =
                    lines.filter(text -> text.startsWith("VmRSS")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024 - (heap >> 20);
        }
    }
}
