package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.network.Activation;
import whatis.classification.network.Attention;
import whatis.classification.network.Calibration;
import whatis.classification.network.CalibrationException;
import whatis.classification.network.InputRange;
import whatis.classification.network.Judgement;
import whatis.classification.network.LinearLayer;
import whatis.classification.network.Network;
import whatis.classification.network.TinyCheckpoint;
import whatis.classification.torchscript.StorageType;
import whatis.image.raster.ImageSize;

class Int8LoaderTests {

    private static final Arrangement ARRANGEMENT = new Arrangement(Attention.FLASH, false);
    private static final String DIGEST = "ab".repeat(32);

    /** A part of the logits' length. Random weights are worse than trained ones: SwiGLU's products come to 0.12. */
    private static final double NEAR = 0.15;

    @TempDir
    Path folder;

    @BeforeEach
    void requireVnni() {
        Int8Cpu.assumeHere();
    }

    @ParameterizedTest
    @EnumSource
    void activationWhenInInt8IsNearFloats(Activation activation) throws IOException {
        String name = activation.names().get(0);
        assertNearFloats(TinyCheckpoint.of("vit").with("hidden_act", '"' + name + '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"vit\"",
                "\"deit\"",
                "\"vit_msn\", \"image_size\": [32, 40]",
                "\"dinov2\", \"image_size\": 48, \"mlp_ratio\": 2",
                "\"dinov2\", \"image_size\": 24, \"mlp_ratio\": 2, \"use_swiglu_ffn\": true",
                "\"dinov2_with_registers\", \"image_size\": 48, \"num_register_tokens\": 3",
                "\"beit\", \"image_size\": 32, \"use_relative_position_bias\": true",
                "\"data2vec-vision\", \"image_size\": 32, \"use_absolute_position_embeddings\": true",
                "\"swin\", \"embed_dim\": 12, \"depths\": [2, 2], \"num_heads\": [2, 3], \"patch_size\": 2, \"window_size\": 5",
                "\"swinv2\", \"embed_dim\": 12, \"depths\": [2, 2], \"num_heads\": [2, 3], \"image_size\": 40, \"patch_size\": 2,"
                        + " \"window_size\": 6, \"pretrained_window_sizes\": [4, 0]",
                "\"siglip\", \"vision_config\": {\"hidden_size\": 36, \"num_hidden_layers\": 2, \"num_attention_heads\": 3,"
                        + " \"intermediate_size\": 80, \"image_size\": [32, 40], \"patch_size\": 8}",
                "\"convnext\", \"hidden_sizes\": [20, 36], \"depths\": [1, 2]",
                "\"convnextv2\", \"hidden_sizes\": [20, 36], \"depths\": [1, 2], \"patch_size\": 8"
            })
    void architectureWhenInInt8IsNearFloats(String modelType) throws IOException {
        String config = """
                {"hidden_size": 36, "num_hidden_layers": 2, "num_attention_heads": 3, "intermediate_size": 80,
                 "image_size": [32, 40],
                 "patch_size": 8, "id2label": {"0": "a", "1": "b", "2": "c"}, "model_type": %s}""";
        assertNearFloats(TinyCheckpoint.of(new ImageSize(40, 32), config.formatted(modelType)));
    }

    private void assertNearFloats(TinyCheckpoint tiny) throws IOException {
        tiny.write(folder);
        try (Network network = open()) {
            float[] exact = floats(network);
            Calibration calibration = calibration(network);
            for (StorageType type : StorageType.values()) {
                float[] int8 = logits(new Int8Loader(type, ARRANGEMENT, calibration).load(network));
                assertThat(int8).isNotEqualTo(exact);
                assertThat(distance(exact, int8)).as("in %s", type).isLessThan(NEAR);
            }
        }
    }

    @Test
    void calibrationWhenObservedHasARangeForEachLayer() throws IOException {
        TinyCheckpoint.of("vit").write(folder);
        try (Network network = open()) {
            Calibration calibration = calibration(network);
            // Patches, then query, key and value, attention's output and the MLP of two blocks, the last one's queries
            // apart.
            assertThat(calibration.layers())
                    .extracting(LinearLayer::outputs)
                    .containsExactly(36, 108, 36, 80, 36, 72, 36, 36, 80, 36);
            assertThat(calibration.ranges()).hasSize(calibration.layers().size());
            InputRange pixels =
                    calibration.range(calibration.layers().get(0).name()).orElseThrow();
            assertThat(pixels.min()).isBetween(-1f, -0.99f);
            assertThat(pixels.max()).isBetween(0.99f, 1f);
        }
    }

    @Test
    void layersWhenAllAreLeftOutAreTheFloats() throws IOException {
        TinyCheckpoint.of("vit").write(folder);
        try (Network network = open()) {
            Calibration none = calibration(network).without(names(network));
            float[] logits = logits(new Int8Loader(StorageType.FLOAT, ARRANGEMENT, none).load(network));
            assertThat(distance(floats(network), logits)).isLessThan(1e-4);
        }
    }

    @Test
    void layersWhenLeftOutOneByOneLieBetween() throws IOException {
        TinyCheckpoint.of("vit").withDeviation(0.4).write(folder);
        try (Network network = open()) {
            float[] exact = floats(network);
            Calibration calibration = calibration(network);
            for (String left : names(network)) {
                float[] logits =
                        logits(new Int8Loader(StorageType.FLOAT, ARRANGEMENT, calibration.without(List.of(left)))
                                .load(network));
                assertThat(logits).isNotEqualTo(exact);
                assertThat(distance(exact, logits)).isLessThan(NEAR);
            }
        }
    }

    @Test
    void rangesWhenOfOtherWeightsAreRefused() throws IOException {
        TinyCheckpoint.of("vit").write(folder);
        try (Network network = open()) {
            Calibration fitting = calibration(network);
            Map<String, InputRange> ranges = fitting.ranges().keySet().stream()
                    .collect(Collectors.toMap(name -> name, name -> new InputRange(-0.01f, 0.01f)));
            Calibration other =
                    new Calibration(DIGEST, fitting.libtorch(), fitting.synthetic(), fitting.layers(), ranges);
            assertThatThrownBy(() -> new Int8Loader(StorageType.FLOAT, ARRANGEMENT, other).load(network))
                    .isInstanceOf(CalibrationException.class)
                    .hasMessageContaining("off by")
                    .hasMessageContaining("./whatis calibrate --images DIR");
        }
    }

    @Test
    void calibrationWhenFurtherOffThanOnItsOwnMachineIsRefused() throws IOException {
        TinyCheckpoint.of("vit").withDeviation(0.4).write(folder);
        try (Network network = open()) {
            Calibration fitting = calibration(network);
            String first = fitting.layers().get(0).name();
            Map<String, InputRange> ranges = new HashMap<>(fitting.ranges());
            ranges.put(first, new InputRange(-0.3f, 0.3f));
            Calibration carried = new Calibration(
                            DIGEST, fitting.libtorch(), fitting.synthetic(), fitting.layers(), ranges)
                    .judged(new Judgement(50, 50, 50, 0, 0.8, "Another CPU", 0.01));
            assertThatThrownBy(() -> new Int8Loader(StorageType.FLOAT, ARRANGEMENT, carried).load(network))
                    .isInstanceOf(CalibrationException.class)
                    .hasMessageContaining("at most 0.070 (0.010 on the calibration's own machine, Another CPU)");
        }
    }

    @Test
    void calibrationWhenOfAnotherLibtorchIsRefused() throws IOException {
        TinyCheckpoint.of("vit").write(folder);
        try (Network network = open()) {
            Calibration fitting = calibration(network);
            Calibration older =
                    new Calibration(DIGEST, "1.0.0", fitting.synthetic(), fitting.layers(), fitting.ranges());
            assertThatThrownBy(() -> new Int8Loader(StorageType.FLOAT, ARRANGEMENT, older).load(network))
                    .isInstanceOf(CalibrationException.class)
                    .hasMessageContaining("libtorch 1.0.0");
        }
    }

    @Test
    void calibrationWhenOfAnotherArchitectureIsRefused() throws IOException {
        TinyCheckpoint.of("vit").write(folder);
        Calibration vit;
        try (Network network = open()) {
            vit = calibration(network);
        }
        TinyCheckpoint.of("vit").with("num_hidden_layers", "3").write(folder);
        try (Network network = open()) {
            assertThatThrownBy(() -> new Int8Loader(StorageType.FLOAT, ARRANGEMENT, vit).load(network))
                    .isInstanceOf(CalibrationException.class)
                    .hasMessageContaining("10 linear layers");
        }
    }

    @Test
    void calibrationWhenSyntheticCoversAllLayers() throws IOException {
        TinyCheckpoint.of("deit").write(folder);
        try (Network network = open()) {
            Calibration calibration = Int8Loader.synthetic(network, StorageType.BFLOAT16);
            assertThat(calibration.synthetic()).isTrue();
            assertThat(calibration.ranges()).hasSize(calibration.layers().size());
            assertThat(logits(new Int8Loader(StorageType.BFLOAT16, ARRANGEMENT, calibration).load(network)))
                    .doesNotContain(Float.NaN);
        }
    }

    private static List<String> names(Network network) {
        return network.linearLayers().stream().map(LinearLayer::name).toList();
    }

    private static Calibration calibration(Network network) {
        try (Observer observer = Observer.load(network)) {
            observer.observe(pixels(network));
            return observer.calibration(DIGEST, false);
        }
    }

    private static float[] floats(Network network) throws IOException {
        return logits(new NetworkLoader(StorageType.FLOAT, ARRANGEMENT).load(network));
    }

    private static float[] logits(LoadedNetwork loaded) {
        try (loaded) {
            ByteBuffer pixels = ByteBuffer.allocateDirect(loaded.bytesOfImage()).order(ByteOrder.nativeOrder());
            Random random = new Random(0);
            while (pixels.hasRemaining()) {
                pixels.putFloat(random.nextFloat() * 2 - 1);
            }
            return loaded.logits(pixels.flip(), 1, true);
        }
    }

    private Network open() throws IOException {
        return Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)));
    }

    private static ByteBuffer pixels(Network network) {
        return LoadedNetwork.noise(network.shape(1));
    }

    private static double distance(float[] expected, float[] actual) {
        double difference = 0;
        double length = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow((double) expected[i] - actual[i], 2);
            length += Math.pow(expected[i], 2);
        }
        return Math.sqrt(difference / length);
    }
}
