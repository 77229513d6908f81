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
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.network.Activation;
import whatis.classification.network.Attention;
import whatis.classification.network.Lowering;
import whatis.classification.network.Network;
import whatis.classification.network.OneDnnLowering;
import whatis.classification.network.TinyCheckpoint;
import whatis.classification.torchscript.StorageType;
import whatis.image.raster.ImageSize;

class NetworkLoaderTests {

    private static final Arrangement ARRANGEMENT = new Arrangement(Attention.FLASH, false);
    private static final Lowering ONE_DNN = new OneDnnLowering(Attention.FLASH);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void activationWhenFusedEqualsPlain(Activation activation) throws IOException {
        String name = activation.names().get(0);
        assertFusedEqualsPlain(TinyCheckpoint.of("vit").with("hidden_act", '"' + name + '"'), 2e-4);
    }

    @ParameterizedTest
    @CsvSource({"vit, F32", "vit, F16", "vit, BF16", "deit, F32", "deit, F16"})
    void architectureWhenFusedEqualsPlain(String modelType, String dtype) throws IOException {
        assertFusedEqualsPlain(TinyCheckpoint.of(modelType).withType(dtype).withSeed(3), 2e-4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"vit_msn\", \"image_size\": [32, 40]",
                "\"dinov2\", \"image_size\": 48, \"mlp_ratio\": 2",
                "\"dinov2\", \"image_size\": 24, \"mlp_ratio\": 2, \"use_swiglu_ffn\": true",
                "\"dinov2_with_registers\", \"image_size\": 48, \"num_register_tokens\": 3",
                "\"beit\", \"image_size\": 32, \"use_relative_position_bias\": true",
                "\"beit\", \"image_size\": 32, \"use_shared_relative_position_bias\": true, \"use_mean_pooling\": false",
                "\"data2vec-vision\", \"image_size\": 32, \"use_absolute_position_embeddings\": true",
                "\"swin\", \"embed_dim\": 12, \"depths\": [2, 2], \"num_heads\": [2, 3], \"patch_size\": 2, \"window_size\": 5",
                "\"swinv2\", \"embed_dim\": 12, \"depths\": [2, 2], \"num_heads\": [2, 3], \"image_size\": 40, \"patch_size\": 2,"
                        + " \"window_size\": 6, \"pretrained_window_sizes\": [4, 0]",
                "\"siglip\", \"vision_config\": {\"hidden_size\": 36, \"num_hidden_layers\": 2, \"num_attention_heads\": 3,"
                        + " \"intermediate_size\": 80, \"image_size\": [32, 40], \"patch_size\": 8}"
            })
    void encoderWhenFusedEqualsPlain(String modelType) throws IOException {
        String config = """
                {"hidden_size": 36, "num_hidden_layers": 2, "num_attention_heads": 3, "intermediate_size": 80,
                 "patch_size": 8, "id2label": {"0": "a", "1": "b", "2": "c"}, "model_type": %s}""";
        assertFusedEqualsPlain(TinyCheckpoint.of(new ImageSize(40, 32), config.formatted(modelType)), 2e-4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"convnext\", \"hidden_sizes\": [20, 36], \"depths\": [1, 2]",
                "\"convnext\", \"hidden_sizes\": [20, 20], \"depths\": [2, 1], \"patch_size\": [5, 3], \"hidden_act\": \"mish\"",
                "\"convnextv2\", \"hidden_sizes\": [20, 36], \"depths\": [1, 2], \"patch_size\": 8",
                "\"resnet\", \"embedding_size\": 12, \"hidden_sizes\": [24, 40], \"depths\": [2, 2]",
                "\"resnet\", \"embedding_size\": 24, \"hidden_sizes\": [24, 40], \"depths\": [2, 1], \"layer_type\": \"basic\"",
                "\"resnet\", \"embedding_size\": 12, \"hidden_sizes\": [24, 40, 48, 52, 56, 60], \"depths\": [1, 1, 1, 1, 2, 2],"
                        + " \"downsample_in_first_stage\": true, \"downsample_in_bottleneck\": true",
                "\"resnet\", \"embedding_size\": 12, \"hidden_sizes\": [24], \"depths\": [2], \"hidden_act\": \"silu\""
            })
    void convolutionsWhenFusedEqualPlain(String modelType) throws IOException {
        String config = "{\"id2label\": {\"0\": \"a\", \"1\": \"b\", \"2\": \"c\"}, \"model_type\": %s}";
        assertFusedEqualsPlain(TinyCheckpoint.of(new ImageSize(41, 32), config.formatted(modelType)), 2e-4);
    }

    @ParameterizedTest
    @CsvSource({"qkv_bias, false", "head_dim, 10", "patch_size, '[8, 5]'", "patch_size, 12", "num_hidden_layers, 1"})
    void fieldWhenUnusualStillRuns(String field, String value) throws IOException {
        assertFusedEqualsPlain(TinyCheckpoint.of("vit").with(field, value), 2e-4);
    }

    @Test
    void distilledWhenWithItsTeacherEqualsPlain() throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.of("deit");
        assertFusedEqualsPlain(tiny.with("architectures", "[\"DeiTForImageClassificationWithTeacher\"]"), 2e-4);
    }

    @Test
    void bfloat16WhenComparedWithFloatIsClose() throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.of("vit").withSeed(9);
        float[] exact = logits(tiny, StorageType.FLOAT, ONE_DNN, 2);
        float[] rounded = logits(tiny, StorageType.BFLOAT16, ONE_DNN, 2);
        assertThat(rounded).isNotEqualTo(exact);
        assertClose(rounded, exact, 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flash", "products", "flash+plain", "products+plain"})
    void arrangementWhicheverItIsComputesTheSame(String setting) throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.of("deit").withSeed(6);
        tiny.write(folder);
        try (Network network = open();
                LoadedNetwork loaded = new NetworkLoader(StorageType.FLOAT, Arrangement.parse(setting)).load(network)) {
            assertThat(loaded.fused()).isTrue();
            float[] expected = logits(tiny, StorageType.FLOAT, AlteredLowering.ABSENT, 3);
            assertClose(loaded.logits(pixels(tiny, 3), 3, true), expected, 2e-4);
            assertClose(loaded.logits(pixels(tiny, 1), 1, true), Arrays.copyOf(expected, tiny.labels()), 2e-4);
        }
    }

    @Test
    void imageWhenInABatchHasTheLogitsItHasAlone() throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.of("vit").withSeed(4);
        try (LoadedNetwork network = load(tiny, StorageType.FLOAT, ONE_DNN)) {
            float[] together = network.logits(pixels(tiny, 3), 3, false);
            for (int i = 0; i < 3; i++) {
                int size = network.bytesOfImage();
                ByteBuffer one = pixels(tiny, 3).slice(i * size, size).order(ByteOrder.nativeOrder());
                assertClose(
                        Arrays.copyOfRange(together, i * tiny.labels(), (i + 1) * tiny.labels()),
                        network.logits(one, 1, true),
                        1e-4);
            }
        }
    }

    @Test
    void fusedOperatorsWhenMissingAreReplaced() throws IOException {
        assertReplaced(AlteredLowering.ABSENT);
    }

    @Test
    void fusedOperatorsWhenTheyDisagreeAreReplaced() throws IOException {
        assertReplaced(AlteredLowering.WRONG);
    }

    @Test
    void fusedOperatorsWhenTheyFailAreReplaced() throws IOException {
        assertReplaced(AlteredLowering.FAILING);
    }

    @Test
    void weightsWhenTooLargeForFiniteLogitsAreRefused() {
        TinyCheckpoint tiny = TinyCheckpoint.of("vit").withDeviation(1e30);
        assertThatThrownBy(() -> load(tiny, StorageType.FLOAT, ONE_DNN))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("finite");
    }

    @Test
    void temporaryFileWhenLoadedIsGone() throws Exception {
        Set<Path> before = temporaryFiles();
        load(TinyCheckpoint.of("vit"), StorageType.FLOAT, ONE_DNN).close();
        Set<Path> left = temporaryFiles();
        left.removeAll(before);
        // Another program may be loading a model at this moment; its file won't last.
        for (int i = 0; i < 600 && left.stream().anyMatch(Files::exists); i++) {
            Thread.sleep(100);
        }
        assertThat(left).noneMatch(Files::exists);
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("whatis-.*\\.pt"))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    private void assertReplaced(Lowering fused) throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.of("vit");
        try (LoadedNetwork network = load(tiny, StorageType.FLOAT, fused)) {
            assertThat(network.fused()).isFalse();
        }
        assertClose(logits(tiny, StorageType.FLOAT, fused, 1), logits(tiny, StorageType.FLOAT, ONE_DNN, 1), 2e-4);
    }

    private void assertFusedEqualsPlain(TinyCheckpoint tiny, double tolerance) throws IOException {
        try (LoadedNetwork network = load(tiny, StorageType.FLOAT, ONE_DNN)) {
            assertThat(network.fused())
                    .as("whether this build of libtorch has the fused operators")
                    .isTrue();
        }
        assertClose(
                logits(tiny, StorageType.FLOAT, ONE_DNN, 2),
                logits(tiny, StorageType.FLOAT, AlteredLowering.ABSENT, 2),
                tolerance);
    }

    private float[] logits(TinyCheckpoint tiny, StorageType type, Lowering fused, int batch) throws IOException {
        try (LoadedNetwork network = load(tiny, type, fused)) {
            return network.logits(pixels(tiny, batch), batch, false);
        }
    }

    private LoadedNetwork load(TinyCheckpoint tiny, StorageType type, Lowering fused) throws IOException {
        tiny.write(folder);
        try (Network network = open()) {
            return new NetworkLoader(type, ARRANGEMENT, fused).load(network);
        }
    }

    private Network open() throws IOException {
        return Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)));
    }

    private static ByteBuffer pixels(TinyCheckpoint tiny, int batch) {
        int floats = batch * 3 * tiny.input().height() * tiny.input().width();
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
