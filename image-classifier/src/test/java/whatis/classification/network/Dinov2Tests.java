package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.Weights;
import whatis.image.raster.ImageSize;

class Dinov2Tests {

    private static final ImageSize USUAL = ImageSize.square(224);

    @Test
    void configWhenEmptyHasTheDefaultsOfTransformers() {
        AskedTensors asked = new AskedTensors(USUAL, "{'model_type': 'dinov2'}");
        assertThat(asked.shape("dinov2.embeddings.position_embeddings")).containsExactly(1, 257, 768);
        assertThat(asked.shape("dinov2.encoder.layer.11.mlp.fc1.weight")).containsExactly(3072, 768);
        assertThat(asked.shape("classifier.weight")).containsExactly(5, 1536);
        assertThat(asked.code()).contains("0.0000010000000000");
    }

    @Test
    void mlpWhenGatedIsTwoThirdsAsWideInWholeEights() {
        AskedTensors asked = new AskedTensors(
                USUAL, "{'model_type': 'dinov2', 'use_swiglu_ffn': true, 'hidden_size': 96, 'mlp_ratio': 3}");
        assertThat(asked.shape("dinov2.encoder.layer.0.mlp.weights_in.weight")).containsExactly(384, 96);
        assertThat(asked.shape("dinov2.encoder.layer.0.mlp.weights_out.weight")).containsExactly(96, 192);
    }

    @Test
    void positionsWhenPicturesHaveAnotherSizeAreThoseOfTheTrainedOne() {
        AskedTensors asked = new AskedTensors(USUAL, "{'model_type': 'dinov2', 'image_size': 518}");
        assertThat(asked.shape("dinov2.embeddings.position_embeddings")).containsExactly(1, 1370, 768);
    }

    @Test
    void tensorsWhenCalledAsByTransformers5AreFound() {
        RandomWeights weights = new RandomWeights("F32", 1, 1);
        weights.tensor("dinov2.encoder.layer.0.attention.o_proj.weight", 1);
        weights.tensor("encoder.layer.0.mlp.gate_proj.bias", 1);
        weights.tensor("encoder.layer.0.mlp.up_proj.bias", 1);
        Weights named = weights.named(new Dinov2().names());
        assertThat(named.has("dinov2.encoder.layer.0.attention.output.dense.weight"))
                .isTrue();
        assertThat(named.has("dinov2.encoder.layer.0.mlp.weights_in.bias")).isTrue();
        assertThat(named.has("dinov2.encoder.layer.0.mlp.weights_in.weight")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'mlp_ratio': 65 | mlp_ratio is 65, not between 1 and 64",
                "'mlp_ratio': 2.5 | mlp_ratio is 2.5, not a whole number",
                "'hidden_size': 24576, 'mlp_ratio': 4 | hidden_size 24576 times mlp_ratio 4 is more than 32768",
                "'use_swiglu_ffn': 1 | use_swiglu_ffn is 1, not true or false",
                "'patch_size': 14, 'image_size': [224, 112] | image_size 224 x 112 makes 16 x 8 patches; only a square of them can be"
                        + " interpolated to pictures of 224 x 224",
                "'patch_size': 225, 'image_size': 448 | the image processor's size 224 x 224 is smaller than patch_size"
                        + " 225 x 225"
            })
    void fieldWhenNotSupportedIsRefusedByName(String fields, String complaint) {
        for (String modelType : new String[] {"dinov2", "dinov2_with_registers"}) {
            String config = "{'model_type': '%s', %s}".formatted(modelType, fields);
            assertThatThrownBy(() -> new AskedTensors(USUAL, config))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("config.json: " + complaint);
        }
    }
}
