package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.checkpoint.CheckpointException;
import whatis.image.raster.ImageSize;

class ConvnextTests {

    private static final ImageSize USUAL = ImageSize.square(224);

    @Test
    void configWhenEmptyHasTheDefaultsOfTransformers() {
        AskedTensors asked = new AskedTensors(USUAL, "{'model_type': 'convnext'}");
        assertThat(asked.shape("convnext.embeddings.patch_embeddings.weight")).containsExactly(96, 3, 4, 4);
        assertThat(asked.shape("convnext.encoder.stages.2.layers.8.dwconv.weight"))
                .containsExactly(384, 1, 7, 7);
        assertThat(asked.has("convnext.encoder.stages.2.layers.9.dwconv.weight"))
                .isFalse();
        assertThat(asked.has("convnext.encoder.stages.0.downsampling_layer.1.weight"))
                .isFalse();
        assertThat(asked.shape("convnext.encoder.stages.3.downsampling_layer.1.weight"))
                .containsExactly(768, 384, 2, 2);
        assertThat(asked.shape("convnext.encoder.stages.3.layers.2.layer_scale_parameter"))
                .containsExactly(768);
        assertThat(asked.shape("classifier.weight")).containsExactly(5, 768);
        assertThat(asked.code()).contains("0.0000010000000000", "0.0000000000010000", "approximate=\"none\"");
    }

    @Test
    void layersWhenNotScaledNeedNoScale() {
        AskedTensors asked = new AskedTensors(USUAL, "{'model_type': 'convnext', 'layer_scale_init_value': 0}");
        assertThat(asked.names()).noneMatch(name -> name.contains("layer_scale"));
    }

    @Test
    void picturesWhenOfAnySizeRun() {
        AskedTensors asked = new AskedTensors(new ImageSize(389, 32), "{'model_type': 'convnext', 'image_size': 224}");
        assertThat(asked.code()).contains("[-1, 8, 97, 96]");
    }

    @Test
    void secondVersionWhenConfigIsEmptyHasTheDefaultsOfTransformers() {
        AskedTensors asked = new AskedTensors(USUAL, "{'model_type': 'convnextv2'}");
        assertThat(asked.shape("convnextv2.encoder.stages.3.layers.2.grn.weight"))
                .containsExactly(1, 1, 1, 3072);
        assertThat(asked.shape("convnextv2.encoder.stages.3.layers.2.pwconv2.weight"))
                .containsExactly(768, 3072);
        assertThat(asked.names()).noneMatch(name -> name.contains("layer_scale"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'hidden_sizes': [96, 0] | hidden_sizes has 0, not between 1 and 8192",
                "'hidden_sizes': [] | hidden_sizes has 0 numbers, not between 1 and 12",
                "'hidden_sizes': 96 | hidden_sizes is 96, not a list of whole numbers",
                "'hidden_sizes': [96, 192] | hidden_sizes are [96, 192], but depths are [3, 3, 9, 3]; they must be as many",
                "'depths': [3, 3, 1e6, 3] | depths has 1000000, not between 1 and 1000",
                "'num_stages': 3 | num_stages is 3, but there are 4 hidden_sizes",
                "'num_hidden_layers': 5 | num_hidden_layers is 5, but there are 4 hidden_sizes",
                "'patch_size': 0 | patch_size is 0 x 0, not between 1 and 4096",
                "'patch_size': 32 | the image processor makes pictures of 224 x 224, too small for patch_size 32 x 32 and 4 hidden_sizes",
                "'layer_norm_eps': 2 | layer_norm_eps is 2.0, not above 0 and at most 1",
                "'layer_scale_init_value': 'no' | layer_scale_init_value is \"no\", not a number",
                "'num_channels': 1 | num_channels is 1; only models for 3 channels are supported"
            })
    void fieldWhenNotSupportedIsRefusedByName(String fields, String complaint) {
        assertThatThrownBy(() -> new AskedTensors(USUAL, "{'model_type': 'convnext', %s}".formatted(fields)))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json: " + complaint);
    }
}
