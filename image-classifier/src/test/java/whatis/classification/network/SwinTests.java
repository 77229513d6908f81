package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.Weights;
import whatis.image.raster.ImageSize;

class SwinTests {

    private static final ImageSize USUAL = ImageSize.square(224);

    @Test
    void configWhenEmptyHasTheDefaultsOfTransformers() {
        AskedTensors asked = new AskedTensors(USUAL, "{'model_type': 'swin'}");
        assertThat(asked.shape("swin.embeddings.patch_embeddings.projection.weight"))
                .containsExactly(96, 3, 4, 4);
        assertThat(asked.shape("swin.encoder.layers.2.blocks.5.attention.self.relative_position_bias_table"))
                .containsExactly(169, 12);
        assertThat(asked.shape("swin.encoder.layers.2.downsample.reduction.weight"))
                .containsExactly(768, 1536);
        assertThat(asked.shape("swin.encoder.layers.3.blocks.1.intermediate.dense.weight"))
                .containsExactly(3072, 768);
        assertThat(asked.has("swin.embeddings.position_embeddings")).isFalse();
        assertThat(asked.shape("classifier.weight")).containsExactly(5, 768);
    }

    @Test
    void positionsWhenAbsoluteAreAdded() {
        AskedTensors asked = new AskedTensors(USUAL, "{'model_type': 'swin', 'use_absolute_embeddings': true}");
        assertThat(asked.shape("swin.embeddings.position_embeddings")).containsExactly(1, 3136, 96);
    }

    @Test
    void tensorsWhenCalledAsByTransformers5AreFound() {
        RandomWeights weights = new RandomWeights("F32", 1, 1);
        weights.tensor("encoder.layers.0.blocks.0.attention.relative_position_bias.relative_position_bias_table", 1);
        weights.tensor("swin.encoder.layers.0.blocks.0.attention.o_proj.weight", 1);
        weights.tensor("swin.encoder.layers.0.blocks.0.mlp.fc2.weight", 1);
        Weights named = weights.named(new Swin().names());
        String layer = "swin.encoder.layers.0.blocks.0.";
        assertThat(named.has(layer + "attention.self.relative_position_bias_table"))
                .isTrue();
        assertThat(named.has(layer + "attention.output.dense.weight")).isTrue();
        assertThat(named.has(layer + "output.dense.weight")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'embed_dim': 0 | embed_dim is 0, not between 1 and 32768",
                "'embed_dim': 8192 | embed_dim is 8192, too wide for the 4 stages of depths",
                "'depths': [] | depths has 0 numbers, not between 1 and 12",
                "'depths': [2, 0] | depths has 0, not between 1 and 1000",
                "'depths': [2, 2.5] | depths is [2,2.5], not a list of whole numbers",
                "'num_heads': [3, 6] | num_heads is [3, 6], but depths has 4 stages",
                "'num_heads': [3, 6, 12, 25] | num_heads is [3, 6, 12, 25], but with embed_dim 96 the 768 numbers of a token in stage 3 are not"
                        + " divisible by 25",
                "'mlp_ratio': 0 | mlp_ratio is 0.0; times the 96 numbers of a token it is not between 1 and 32768",
                "'mlp_ratio': 1e9 | mlp_ratio is 1.0E9; times the 96 numbers of a token it is not between 1 and 32768",
                "'layer_norm_eps': 0 | layer_norm_eps is 0.0, not above 0 and at most 1",
                "'window_size': 257 | window_size is 257, not between 1 and 256",
                "'patch_size': 0 | patch_size is 0 x 0, not between 1 and 4096",
                "'hidden_act': 'softmax' | hidden_act is \"softmax\"; supported are gelu, gelu_python, gelu_pytorch_tanh, gelu_new,"
                        + " gelu_fast, gelu_accurate, gelu_python_tanh, gelu_10, quick_gelu, relu, relu6, silu, swish, mish,"
                        + " hardswish, tanh",
                "'num_channels': 1 | num_channels is 1; only models for 3 channels are supported"
            })
    void fieldWhenNotSupportedIsRefusedByName(String fields, String complaint) {
        for (String modelType : new String[] {"swin", "swinv2"}) {
            assertRefused(USUAL, "'model_type': '%s', %s".formatted(modelType, fields), complaint);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'window_size': 8 | window_size is 8, more than the 7 x 7 patches of stage 3 in pictures of 224 x 224 with patch_size 4 x 4",
                "'depths': [2], 'window_size': 55 | window_size is 55, too much for stage 0 with 3 heads and 56 x 56 patches",
                "'use_absolute_embeddings': true, 'image_size': 256 | image_size is 256 x 256, but the image processor makes"
                        + " pictures of 224 x 224; with use_absolute_embeddings they must be equal"
            })
    void fieldWhenItDoesNotFitThePicturesIsRefusedByName(String fields, String complaint) {
        assertRefused(USUAL, "'model_type': 'swin', " + fields, complaint);
    }

    @Test
    void picturesWhenTheyMakeTooManyPatchesAreRefused() {
        assertRefused(
                ImageSize.square(2048),
                "'model_type': 'swin', 'patch_size': 7",
                "patch_size 7 x 7 makes more than 65536 patches of pictures of 2048 x 2048");
    }

    private static void assertRefused(ImageSize input, String fields, String complaint) {
        assertThatThrownBy(() -> new AskedTensors(input, "{" + fields + "}"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json: " + complaint);
    }
}
