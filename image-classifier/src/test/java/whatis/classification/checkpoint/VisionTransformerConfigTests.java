package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisionTransformerConfigTests {

    @Test
    void configWhenFieldsAreMissingHasTheDefaultsOfTransformers() {
        assertThat(parse("{'model_type': 'vit'}"))
                .isEqualTo(new VisionTransformerConfig(
                        Architecture.VIT,
                        768,
                        12,
                        12,
                        3072,
                        Activation.GELU,
                        1e-12,
                        224,
                        224,
                        16,
                        true,
                        List.of("LABEL_0", "LABEL_1")));
    }

    @Test
    void configWhenFieldsAreNullHasTheDefaultsOfTransformers() {
        assertThat(parse("{'model_type': 'vit', 'hidden_act': null, 'id2label': null, 'image_size': null}"))
                .isEqualTo(parse("{'model_type': 'vit'}"));
    }

    @Test
    void labelsWhenTheyAreNumbersAreTheirText() {
        assertThat(parse("{'model_type': 'vit', 'id2label': {'0': 7, '1': 2.50}}")
                        .labels())
                .containsExactly("7", "2.50");
    }

    @Test
    void configWhenCompleteIsRead() {
        VisionTransformerConfig config = parse("""
                {'model_type': 'deit', 'architectures': ['DeiTForImageClassification'], 'hidden_size': 48,
                 'num_hidden_layers': 3, 'num_attention_heads': 4, 'intermediate_size': 100, 'hidden_act': 'gelu_new',
                 'layer_norm_eps': 1e-6, 'image_size': [64, 32], 'patch_size': [8, 8], 'num_channels': 3,
                 'qkv_bias': false, 'id2label': {'0': 'tench, Tinca tinca', '1': 'drap d\\u2019or'}}""");
        assertThat(config)
                .isEqualTo(new VisionTransformerConfig(
                        Architecture.DEIT,
                        48,
                        3,
                        4,
                        100,
                        Activation.GELU_TANH,
                        1e-6,
                        64,
                        32,
                        8,
                        false,
                        List.of("tench, Tinca tinca", "drap d\u2019or")));
        assertThat(config.patches()).isEqualTo(32);
        assertThat(config.tokens()).isEqualTo(34);
        assertThat(config.headSize()).isEqualTo(12);
    }

    @Test
    void labelsWhenOnlyCountedAreNumbered() {
        assertThat(parse("{'model_type': 'vit', 'num_labels': 3}").labels())
                .containsExactly("LABEL_0", "LABEL_1", "LABEL_2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'model_type': 'swin' | model_type is \"swin\"; only vit and deit are supported",
                "'model_type': null | model_type is missing; it must be vit or deit",
                "'architectures': ['ViTModel'] | architectures is [ViTModel]; with model_type vit only ViTForImageClassification is supported",
                "'model_type': 'deit', 'architectures': ['DeiTForImageClassificationWithTeacher'] | architectures is [DeiTForImageClassificationWithTeacher]; with model_type deit only DeiTForImageClassification is supported",
                "'architectures': 'x' | architectures is \"x\", not a list of strings",
                "'hidden_size': 0 | hidden_size is 0, not between 1 and 32768",
                "'hidden_size': 1e9 | hidden_size is 1000000000, not between 1 and 32768",
                "'hidden_size': 1e99 | hidden_size is 1e99, not a whole number",
                "'hidden_size': 7.5 | hidden_size is 7.5, not a whole number",
                "'hidden_size': '768' | hidden_size is \"768\", not a whole number",
                "'num_attention_heads': 5 | hidden_size 768 is not divisible by num_attention_heads 5",
                "'num_hidden_layers': -1 | num_hidden_layers is -1, not between 1 and 1000",
                "'intermediate_size': 32769 | intermediate_size is 32769, not between 1 and 32768",
                "'layer_norm_eps': 0 | layer_norm_eps is 0.0, not above 0 and at most 1",
                "'layer_norm_eps': 1e999 | layer_norm_eps is Infinity, not above 0 and at most 1",
                "'image_size': 225 | image_size 225 x 225 is not divisible by patch_size 16",
                "'image_size': 100000 | image_size is 100000, not between 1 and 4096",
                "'image_size': 4096, 'patch_size': 1 | image_size 4096 x 4096 makes more than 65536 patches of patch_size 1",
                "'image_size': [224] | image_size is [224], not a number, [height, width] or {\"height\", \"width\"}",
                "'patch_size': [16, 8] | patch_size is 16 x 8; only square patches are supported",
                "'num_channels': 1 | num_channels is 1; only models for 3 channels are supported",
                "'qkv_bias': 'true' | qkv_bias is \"true\", not true or false",
                "'num_labels': 0 | num_labels is 0, not between 1 and 65536",
                "'id2label': {} | id2label has 0 labels, not between 1 and 65536",
                "'id2label': {'0': 'a', '2': 'b'} | id2label is {\"0\":\"a\",\"2\":\"b\"}, not an object with strings numbered from 0 on",
                "'id2label': {'0': true} | id2label is {\"0\":true}, not an object with strings numbered from 0 on",
                "'id2label': ['a'] | id2label is [\"a\"], not an object with strings numbered from 0 on",
                "'hidden_act': 'mish' | hidden_act is \"mish\"; supported are gelu, gelu_python, gelu_pytorch_tanh, gelu_new, gelu_fast, gelu_accurate, gelu_python_tanh, quick_gelu, relu, silu, swish"
            })
    void fieldWhenNotSupportedIsRefusedByName(String fields, String complaint) {
        String json = fields.contains("model_type") ? "{%s}" : "{'model_type': 'vit', %s}";
        assertThatThrownBy(() -> parse(json.formatted(fields)))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json: " + complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{'model_type': 'vit'",
                "{'model_type': 'vit'} {}",
                "{'model_type': 'vit', 'model_type': 'vit'}",
                "{'a': {'b': 1, 'b': 1}}",
                "{model_type: 'vit'}",
                "{'layer_norm_eps': NaN}",
                "{'a': 1,}"
            })
    void jsonWhenNotStrictIsRefused(String json) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json is not a valid JSON object; download it again");
    }

    @Test
    void jsonWhenNestedTooDeepIsRefused() {
        String json = "{'a': %s%s}".formatted("[".repeat(100_000), "]".repeat(100_000));
        assertThatThrownBy(() -> parse(json)).isInstanceOf(CheckpointException.class);
    }

    @Test
    void jsonWhenNotUtf8IsRefused() {
        byte[] latin1 = "{\"model_type\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> JsonFields.parse("config.json", new ByteArrayInputStream(latin1)))
                .isInstanceOf(CheckpointException.class);
    }

    private static VisionTransformerConfig parse(String json) {
        byte[] utf8 = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return VisionTransformerConfig.of(JsonFields.parse("config.json", new ByteArrayInputStream(utf8)));
    }
}
