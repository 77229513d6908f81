package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import whatis.classification.checkpoint.Activation;
import whatis.classification.checkpoint.Architecture;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.checkpoint.TinyCheckpoint;
import whatis.classification.checkpoint.VisionTransformerConfig;

class NetworkTests {

    private static final MatrixProducts ONE_DNN = new OneDnnProducts();
    private static final MatrixProducts ABSENT = new OneDnnProducts("absent");

    /** Forgets the residual connection. */
    private static final MatrixProducts WRONG = new MatrixProducts() {
        @Override
        public String prepared(String weight) {
            return ONE_DNN.prepared(weight);
        }

        @Override
        public String linear(String x, String weight, String bias) {
            return ONE_DNN.linear(x, weight, bias);
        }

        @Override
        public String linearActivated(String x, String weight, String bias, Activation activation) {
            return ONE_DNN.linearActivated(x, weight, bias, activation);
        }

        @Override
        public String linearAdded(String x, String weight, String bias, String residual) {
            return ONE_DNN.linear(x, weight, bias);
        }
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void activationWhenFusedEqualsPlain(Activation activation) throws IOException {
        VisionTransformerConfig config = new VisionTransformerConfig(
                Architecture.VIT, 48, 3, 4, 96, activation, 1e-12, 32, 48, 16, true, labels(11));
        assertFusedEqualsPlain(new TinyCheckpoint(config, "F32", 7), StorageType.FLOAT, 2e-4);
    }

    @ParameterizedTest
    @CsvSource({"VIT, F32", "VIT, F16", "VIT, BF16", "DEIT, F32", "DEIT, F16"})
    void architectureWhenFusedEqualsPlain(Architecture architecture, String dtype) throws IOException {
        assertFusedEqualsPlain(
                new TinyCheckpoint(TinyCheckpoint.smallConfig(architecture), dtype, 3), StorageType.FLOAT, 2e-4);
    }

    @Test
    void queryKeyAndValueWhenWithoutBiasStillRun() throws IOException {
        VisionTransformerConfig config = new VisionTransformerConfig(
                Architecture.VIT, 24, 1, 2, 40, Activation.GELU, 1e-12, 16, 16, 8, false, labels(3));
        assertFusedEqualsPlain(new TinyCheckpoint(config, "F32", 5), StorageType.FLOAT, 2e-4);
    }

    @Test
    void bfloat16WhenComparedWithFloatIsClose() throws IOException {
        TinyCheckpoint tiny = new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.VIT), "F32", 9);
        float[] exact = logits(tiny, StorageType.FLOAT, ONE_DNN, 2);
        float[] rounded = logits(tiny, StorageType.BFLOAT16, ONE_DNN, 2);
        assertThat(rounded).isNotEqualTo(exact);
        assertClose(rounded, exact, 0.1);
    }

    @Test
    void imageWhenInABatchHasTheLogitsItHasAlone() throws IOException {
        VisionTransformerConfig config = TinyCheckpoint.smallConfig(Architecture.VIT);
        try (Network network = load(new TinyCheckpoint(config, "F32", 4), StorageType.FLOAT, ONE_DNN)) {
            int labels = config.labels().size();
            float[] together = network.logits(pixels(config, 3), 3, false);
            for (int i = 0; i < 3; i++) {
                int size = 3 * config.imageHeight() * config.imageWidth() * Float.BYTES;
                ByteBuffer one = pixels(config, 3).slice(i * size, size).order(ByteOrder.nativeOrder());
                assertClose(
                        Arrays.copyOfRange(together, i * labels, (i + 1) * labels), network.logits(one, 1, true), 1e-4);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Attention.class)
    void attentionHoweverItIsSpelledComputesTheSame(Attention attention) throws IOException {
        TinyCheckpoint tiny = new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.DEIT), "F32", 6);
        tiny.write(folder);
        try (Checkpoint checkpoint = Checkpoint.open(CheckpointFiles.inFolder(folder));
                Network network = Network.load(checkpoint, StorageType.FLOAT, ONE_DNN, List.of(attention))) {
            assertClose(
                    network.logits(pixels(tiny.config(), 3), 3, true),
                    logits(tiny, StorageType.FLOAT, ABSENT, 3),
                    2e-4);
        }
    }

    @Test
    void fusedOperatorsWhenMissingAreReplaced() throws IOException {
        TinyCheckpoint tiny = new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.VIT), "F32", 1);
        try (Network network = load(tiny, StorageType.FLOAT, ABSENT)) {
            assertThat(network.fused()).isFalse();
        }
        assertClose(logits(tiny, StorageType.FLOAT, ABSENT, 1), logits(tiny, StorageType.FLOAT, ONE_DNN, 1), 2e-4);
    }

    @Test
    void fusedOperatorsWhenTheyDisagreeAreReplaced() throws IOException {
        TinyCheckpoint tiny = new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.VIT), "F32", 1);
        try (Network network = load(tiny, StorageType.FLOAT, WRONG)) {
            assertThat(network.fused()).isFalse();
        }
        assertClose(logits(tiny, StorageType.FLOAT, WRONG, 1), logits(tiny, StorageType.FLOAT, ONE_DNN, 1), 2e-4);
    }

    @Test
    void weightsWhenTooLargeForFiniteLogitsAreRefused() throws IOException {
        TinyCheckpoint tiny = new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.VIT), "F32", 1, 1e30);
        assertThatThrownBy(() -> load(tiny, StorageType.FLOAT, ONE_DNN))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("finite");
    }

    @Test
    void temporaryFileWhenLoadedIsGone() throws IOException {
        long before = temporaryFiles();
        load(new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.VIT), "F32", 1), StorageType.FLOAT, ONE_DNN)
                .close();
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("whatis-.*\\.pt"))
                    .count();
        }
    }

    private void assertFusedEqualsPlain(TinyCheckpoint tiny, StorageType type, double tolerance) throws IOException {
        try (Network network = load(tiny, type, ONE_DNN)) {
            assertThat(network.fused())
                    .as("whether this build of libtorch has the fused operators")
                    .isTrue();
        }
        assertClose(logits(tiny, type, ONE_DNN, 2), logits(tiny, type, ABSENT, 2), tolerance);
    }

    private float[] logits(TinyCheckpoint tiny, StorageType type, MatrixProducts products, int batch)
            throws IOException {
        try (Network network = load(tiny, type, products)) {
            return network.logits(pixels(tiny.config(), batch), batch, false);
        }
    }

    private Network load(TinyCheckpoint tiny, StorageType type, MatrixProducts products) throws IOException {
        tiny.write(folder);
        try (Checkpoint checkpoint = Checkpoint.open(CheckpointFiles.inFolder(folder))) {
            return Network.load(checkpoint, type, products, List.of(Attention.values()));
        }
    }

    private static List<String> labels(int count) {
        return IntStream.range(0, count).mapToObj(i -> "label " + i).toList();
    }

    private static ByteBuffer pixels(VisionTransformerConfig config, int batch) {
        int floats = batch * 3 * config.imageHeight() * config.imageWidth();
        ByteBuffer pixels = ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
        Random random = new Random(42);
        while (pixels.hasRemaining()) {
            pixels.putFloat((float) random.nextGaussian());
        }
        return pixels.flip();
    }

    private static void assertClose(float[] actual, float[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(tolerance));
        }
    }
}
