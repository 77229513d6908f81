package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.image.raster.ImageSize;

class ArchitecturesTests {

    private static final ImageSize USUAL = ImageSize.square(224);

    @Test
    void fieldsWhenMissingHaveTheDefaultsOfTransformers() {
        assertThat(TransformerConfig.of(parse("{'model_type': 'vit'}"), TransformerConfig.VIT))
                .isEqualTo(TransformerConfig.VIT);
    }

    @Test
    void fieldsWhenThereAreRead() {
        TransformerConfig config = TransformerConfig.of(parse("""
                {'hidden_size': 48, 'num_hidden_layers': 3, 'num_attention_heads': 4, 'intermediate_size': 100,
                 'hidden_act': 'gelu_new', 'layer_norm_eps': 1e-6, 'image_size': [64, 32],
                 'patch_size': {'height': 8, 'width': 4}, 'num_channels': 3, 'qkv_bias': false}"""), TransformerConfig.VIT);
        assertThat(config)
                .isEqualTo(new TransformerConfig(
                        48,
                        3,
                        4,
                        12,
                        100,
                        Activation.GELU_TANH,
                        1e-6,
                        new ImageSize(32, 64),
                        new ImageSize(4, 8),
                        false));
        assertThat(config.patches()).isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'hidden_size': 0 | hidden_size is 0, not between 1 and 32768",
                "'hidden_size': 1e9 | hidden_size is 1000000000, not between 1 and 32768",
                "'hidden_size': 1e99 | hidden_size is 1e99, not a whole number",
                "'hidden_size': 7.5 | hidden_size is 7.5, not a whole number",
                "'hidden_size': '768' | hidden_size is \"768\", not a whole number",
                "'num_attention_heads': 5 | hidden_size 768 is not divisible by num_attention_heads 5",
                "'num_hidden_layers': -1 | num_hidden_layers is -1, not between 1 and 1000",
                "'intermediate_size': 32769 | intermediate_size is 32769, not between 1 and 32768",
                "'head_dim': 2731 | num_attention_heads 12 times head_dim 2731 is more than 32768",
                "'head_dim': 0 | head_dim is 0, not between 1 and 32768",
                "'layer_norm_eps': 1.5 | layer_norm_eps is 1.5, not above 0 and at most 1",
                "'image_size': 240 | image_size is 240 x 240, but the image processor makes pictures of 224 x 224; they must be equal",
                "'image_size': 100000 | image_size is 100000 x 100000, not between 1 and 4096",
                "'image_size': 4096, 'patch_size': 1 | image_size 4096 x 4096 makes more than 65536 patches of patch_size 1 x 1",
                "'image_size': 8 | image_size 8 x 8 is smaller than patch_size 16 x 16",
                "'num_channels': 1 | num_channels is 1; only models for 3 channels are supported",
                "'qkv_bias': 'true' | qkv_bias is \"true\", not true or false",
                "'hidden_act': 'softsign' | hidden_act is \"softsign\"; supported are gelu, gelu_python, gelu_pytorch_tanh, gelu_new, gelu_fast, gelu_accurate, gelu_python_tanh, gelu_10, quick_gelu, relu, relu6, silu, swish, mish, hardswish, tanh"
            })
    void fieldWhenNotSupportedIsRefusedByName(String fields, String complaint) {
        for (String modelType : List.of("vit", "deit")) {
            JsonFields json = parse("{'model_type': '%s', %s}".formatted(modelType, fields));
            assertThatThrownBy(() -> Architectures.of(json).forward(json, USUAL, 2))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("config.json: " + complaint);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'model_type': 'clip'} | model_type is \"clip\", which whatis doesn't run; it runs ",
                "{} | model_type is missing; whatis runs checkpoints of ",
                "{'model_type': null} | model_type is missing; whatis runs checkpoints of "
            })
    void architectureWhenItDoesNotRunIsNamedAndThoseThatRunAreListed(String config, String complaint) {
        assertThatThrownBy(() -> Architectures.of(parse(config)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json: " + complaint)
                .hasMessageContainingAll("vit", "deit");
    }

    @Test
    void architecturesWhenTheyDisagreeWithTheModelTypeDoNotCount() {
        assertThat(Architectures.of(parse("{'model_type': 'vit', 'architectures': ['SwinForImageClassification']}")))
                .isInstanceOf(Vit.class);
    }

    private static JsonFields parse(String json) {
        byte[] utf8 = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return JsonFields.parse("config.json", new ByteArrayInputStream(utf8));
    }
}
