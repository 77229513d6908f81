package whatis.classification.engine;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.network.Activation;
import whatis.classification.network.Attention;
import whatis.classification.network.Calibration;
import whatis.classification.network.Network;
import whatis.classification.network.TinyCheckpoint;
import whatis.classification.torchscript.StorageType;
import whatis.image.raster.ImageSize;

class Int8LoaderTests {

    private static final Arrangement ARRANGEMENT = new Arrangement(Attention.FLASH, false);
    private static final String DIGEST = "ab".repeat(32);

    @TempDir
    Path folder;

    @BeforeEach
    void requireVnni() {
        assumeThat(Cpu.here().multipliesInt8()).isTrue();
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
            ByteBuffer pixels = pixels(network);
            float[] exact = logits(new NetworkLoader(StorageType.FLOAT, ARRANGEMENT).load(network), pixels);
            Calibration calibration = calibration(network, pixels);
            for (StorageType type : StorageType.values()) {
                float[] int8 = logits(new Int8Loader(type, ARRANGEMENT, calibration).load(network), pixels);
                System.out.printf(
                        "%s %s %s %.4f%n",
                        tiny.config().get("model_type"), tiny.config().get("hidden_act"), type, distance(exact, int8));
            }
        }
    }

    private static Calibration calibration(Network network, ByteBuffer pixels) {
        try (Observer observer = Observer.load(network)) {
            observer.observe(pixels);
            return observer.calibration(DIGEST, false);
        }
    }

    private static float[] logits(LoadedNetwork loaded, ByteBuffer pixels) {
        try (loaded) {
            return loaded.logits(pixels, 1, true);
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
