package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.Weights;
import whatis.image.raster.ImageSize;

class BeitTests {

    private static final ImageSize USUAL = ImageSize.square(224);
    private static final String SHARED_TABLE = "beit.encoder.relative_position_bias.relative_position_bias_table";
    private static final String FIRST_TABLE =
            "beit.encoder.layer.0.attention.attention.relative_position_bias.relative_position_bias_table";

    @Test
    void configWhenEmptyHasTheDefaultsOfTransformers() {
        AskedTensors asked = asked("");
        assertThat(asked.shape("beit.encoder.layer.11.lambda_2")).containsExactly(768);
        assertThat(asked.has("beit.encoder.layer.0.attention.attention.key.bias"))
                .isFalse();
        assertThat(asked.shape("beit.pooler.layernorm.weight")).containsExactly(768);
        assertThat(asked.has("beit.embeddings.position_embeddings")).isFalse();
        assertThat(asked.has(SHARED_TABLE)).isFalse();
        assertThat(asked.has(FIRST_TABLE)).isFalse();
        assertThat(asked.code()).contains("0.0000000000010000");
    }

    @Test
    void relativePositionsWhenOfEachLayerAreInEachLayer() {
        AskedTensors asked = asked(", 'use_relative_position_bias': true");
        assertThat(asked.shape(FIRST_TABLE)).containsExactly(27 * 27 + 3, 12);
        assertThat(asked.parameters()).isEqualTo(asked("").parameters() + 12);
    }

    @Test
    void relativePositionsWhenSharedAreStoredOnce() {
        AskedTensors asked = asked(", 'use_shared_relative_position_bias': true, 'use_mean_pooling': false");
        assertThat(asked.shape(SHARED_TABLE)).containsExactly(27 * 27 + 3, 12);
        assertThat(asked.parameters())
                .as("one for all layers but the last, which computes fewer tokens")
                .isEqualTo(asked(", 'use_mean_pooling': false").parameters() + 2);
    }

    @Test
    void classTokenWhenItIsReadIsNormalisedWithTheEncodersNorm() {
        AskedTensors asked = asked(", 'use_mean_pooling': false");
        assertThat(asked.has("beit.layernorm.weight")).isTrue();
        assertThat(asked.has("beit.pooler.layernorm.weight")).isFalse();
    }

    @Test
    void positionsWhenAbsoluteAreAdded() {
        assertThat(asked(", 'use_absolute_position_embeddings': true").shape("beit.embeddings.position_embeddings"))
                .containsExactly(1, 197, 768);
    }

    @Test
    void scalesWhenTheirInitialValueIsZeroAreNotThere() {
        assertThat(asked(", 'layer_scale_init_value': 0.0").has("beit.encoder.layer.0.lambda_1"))
                .isFalse();
    }

    @Test
    void tensorsWhenCalledAsByTransformers5AreFound() {
        RandomWeights weights = new RandomWeights("F32", 1, 1);
        weights.tensor("beit.layers.0.relative_position_bias.relative_position_bias_table", 1);
        weights.tensor("beit.shared_position_bias.relative_position_bias_table", 1);
        weights.tensor("beit.layers.0.attention.q_proj.weight", 1);
        Weights named = weights.named(new Beit().names());
        assertThat(named.has(FIRST_TABLE)).isTrue();
        assertThat(named.has(SHARED_TABLE)).isTrue();
        assertThat(named.has("beit.encoder.layer.0.attention.attention.query.weight"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'image_size': [224, 112] | image_size 224 x 112 makes 14 x 7 patches; only a square of them can be"
                        + " interpolated to pictures of 224 x 224",
                "'patch_size': [16, 32], 'use_relative_position_bias': true | image_size 224 x 224 makes 14 x 7 patches;"
                        + " relative positions are supported for a square of them",
                "'patch_size': 1, 'use_shared_relative_position_bias': true | pictures of 224 x 224 have 50177 tokens;"
                        + " with num_attention_heads 12 their relative positions take too much memory",
                "'use_mean_pooling': 'no' | use_mean_pooling is \"no\", not true or false",
                "'layer_scale_init_value': [] | layer_scale_init_value is [], not a number"
            })
    void fieldWhenNotSupportedIsRefusedByName(String fields, String complaint) {
        for (String modelType : new String[] {"beit", "data2vec-vision"}) {
            String config = "{'model_type': '%s', %s}".formatted(modelType, fields);
            assertThatThrownBy(() -> new AskedTensors(USUAL, config))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("config.json: " + complaint);
        }
    }

    private static AskedTensors asked(String fields) {
        return new AskedTensors(USUAL, "{'model_type': 'beit'" + fields + "}");
    }
}
