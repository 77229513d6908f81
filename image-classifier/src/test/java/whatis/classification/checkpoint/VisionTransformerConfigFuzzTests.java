package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class VisionTransformerConfigFuzzTests {

    static Stream<byte[]> files() {
        return Stream.of("{}", "{\"model_type\": \"vit\"}", """
                        {"model_type": "deit", "architectures": ["DeiTForImageClassificationWithTeacher"],
                        "hidden_size": 192, "num_hidden_layers": 12, "num_attention_heads": 3,
                        "intermediate_size": 768, "hidden_act": "gelu", "layer_norm_eps": 1e-12,
                        "image_size": [224, 192], "patch_size": {"height": 16, "width": 16}, "num_channels": 3,
                        "qkv_bias": true, "id2label": {"0": "tench", "1": "a\\u0000\\ud800"}}""", """
                        {"model_type": "vit", "hidden_size": 1e400, "num_labels": -1, "layer_norm_eps": 1e-999999999}""")
                .map(json -> json.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("files")
    @FuzzTest
    void configWhenBytesAreAnyIsReadOrRefused(byte[] file) {
        try {
            var config = VisionTransformerConfig.of(JsonFields.parse("config.json", new ByteArrayInputStream(file)));
            assertThat(config.tokens()).isPositive();
        } catch (CheckpointException refusal) {
            assertThat(refusal).hasMessageStartingWith("config.json");
        }
    }
}
