package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.checkpoint.CheckpointException;
import whatis.image.raster.ImageSize;

class Swinv2Tests {

    private static final ImageSize USUAL = ImageSize.square(256);

    @Test
    void configWhenEmptyHasTheDefaultsOfTransformers() {
        AskedTensors asked = new AskedTensors(USUAL, "{'model_type': 'swinv2'}");
        String attention = "swinv2.encoder.layers.1.blocks.1.attention.self.";
        assertThat(asked.shape(attention + "logit_scale")).containsExactly(6, 1, 1);
        assertThat(asked.shape(attention + "continuous_position_bias_mlp.0.weight"))
                .containsExactly(512, 2);
        assertThat(asked.shape(attention + "continuous_position_bias_mlp.2.weight"))
                .containsExactly(6, 512);
        assertThat(asked.has(attention + "key.bias")).isFalse();
        assertThat(asked.shape("swinv2.encoder.layers.0.downsample.norm.weight"))
                .containsExactly(192);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'use_absolute_embeddings': true | use_absolute_embeddings is true, which doesn't run in transformers either",
                "'pretrained_window_sizes': [8, 8] | pretrained_window_sizes is [8, 8], but depths has 4 stages",
                "'pretrained_window_sizes': [8, 8, 8, 1] | pretrained_window_sizes is [8, 8, 8, 1]; a window of 1 knows no"
                        + " distances",
                "'image_size': 24 | image_size 24 x 24 is smaller than patch_size 4 x 4 in stage 3 of depths",
                "'image_size': 1024, 'window_size': 60 | window_size is 60, too much for stage 0 with 3 heads and 64 x 64"
                        + " patches"
            })
    void fieldWhenNotSupportedIsRefusedByName(String fields, String complaint) {
        assertThatThrownBy(() -> new AskedTensors(USUAL, "{'model_type': 'swinv2', " + fields + "}"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json: " + complaint);
    }
}
