package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    private static final int SETTLED = 100;

    /** Loads after that. */
    private static final int LOADS = 200;

    /** Far below what 200 leaked models take: each has 3 MB of weights. */
    private static final long NOISE_MB = 150;

    @TempDir
    Path folder;

    @Test
    void memoryWhenModelsAreLoadedAndClosedStaysLevel() throws IOException {
        TinyCheckpoint tiny = small();
        tiny.write(folder);
        ByteBuffer pixels = ByteBuffer.allocateDirect(3 * 32 * 32 * Float.BYTES).order(ByteOrder.nativeOrder());
        assertLevel(() -> {
            try (Network network = open();
                    InferenceEngine engine =
                            InferenceEngine.load(network, Precision.FP32, Optional.empty(), Concurrency.onAllCores())) {
                assertThat(engine.infer(pixels, Deadline.in(Duration.ofMinutes(1)))
                                .logits())
                        .hasSize(tiny.labels());
            }
        });
    }

    @Test
    void memoryWhenTheLastTensorIsDamagedStaysLevel() throws IOException {
        small().write(folder);
        Path weights = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - Float.BYTES, Float.NaN);
        Files.write(weights, bytes);
        assertRefusalLevel(new OneDnnLowering(Attention.FLASH));
    }

    @Test
    void memoryWhenLogitsAreNotFiniteStaysLevel() throws IOException {
        small().withDeviation(1e30).write(folder);
        assertRefusalLevel(new OneDnnLowering(Attention.FLASH));
    }

    @ParameterizedTest
    @MethodSource("lowerings")
    void memoryWhenFusedOperatorsAreReplacedStaysLevel(Lowering fused) throws IOException {
        small().write(folder);
        assertLevel(() -> {
            try (LoadedNetwork network = load(fused)) {
                assertThat(network.fused()).isFalse();
            }
        });
    }

    static Stream<Lowering> lowerings() {
        return Stream.of(AlteredLowering.ABSENT, AlteredLowering.WRONG, AlteredLowering.FAILING);
    }

    @Test
    void memoryWhenTheDispatchersFailStaysLevel() throws IOException {
        small().write(folder);
        assertLevel(() -> {
            try (Network network = open()) {
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

    private void assertRefusalLevel(Lowering fused) throws IOException {
        assertLevel(() -> assertThatThrownBy(() -> load(fused)).isInstanceOf(CheckpointException.class));
    }

    private static TinyCheckpoint small() {
        return TinyCheckpoint.of("vit")
                .with("hidden_size", "192")
                .with("intermediate_size", "384")
                .with("patch_size", "16")
                .withImageSize(32)
                .withDeviation(0.05);
    }

    private LoadedNetwork load(Lowering fused) throws IOException {
        try (Network network = open()) {
            return new NetworkLoader(StorageType.FLOAT, ARRANGEMENT, fused).load(network);
        }
    }

    private Network open() throws IOException {
        return Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)));
    }

    /** A load that may fail. */
    private interface Load {
        void run() throws IOException;
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
            load.run();
        }
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
