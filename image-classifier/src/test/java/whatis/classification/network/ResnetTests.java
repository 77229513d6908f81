package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.checkpoint.CheckpointException;
import whatis.image.raster.ImageSize;

class ResnetTests {

    private static final ImageSize USUAL = ImageSize.square(224);

    @Test
    void configWhenEmptyHasTheDefaultsOfTransformers() {
        AskedTensors asked = new AskedTensors(USUAL, "{'model_type': 'resnet'}");
        assertThat(asked.shape("resnet.embedder.embedder.convolution.weight")).containsExactly(64, 3, 7, 7);
        assertThat(asked.shape("resnet.embedder.embedder.normalization.running_var"))
                .containsExactly(64);
        assertThat(asked.shape("resnet.encoder.stages.2.layers.5.layer.1.convolution.weight"))
                .containsExactly(256, 256, 3, 3);
        assertThat(asked.shape("resnet.encoder.stages.3.layers.0.shortcut.convolution.weight"))
                .containsExactly(2048, 1024, 1, 1);
        assertThat(asked.has("resnet.encoder.stages.3.layers.1.shortcut.convolution.weight"))
                .isFalse();
        assertThat(asked.shape("classifier.1.weight")).containsExactly(5, 2048);
        assertThat(asked.code()).contains("relu");
    }

    @Test
    void layersWhenBasicHaveTwoConvolutions() {
        AskedTensors asked = new AskedTensors(
                USUAL, "{'model_type': 'resnet', 'layer_type': 'basic', 'hidden_sizes': [64, 128], 'depths': [2, 2]}");
        assertThat(asked.shape("resnet.encoder.stages.1.layers.0.layer.0.convolution.weight"))
                .containsExactly(128, 64, 3, 3);
        assertThat(asked.names())
                .noneMatch(name -> name.contains("layer.2") || name.contains("stages.0.layers.0.short"));
    }

    @Test
    void resolutionWhenHalvedElsewhereIsHalvedThere() {
        String small = "{'model_type': 'resnet', 'hidden_sizes': [64], 'depths': [1]%s}";
        assertThat(new AskedTensors(USUAL, small.formatted("")).code()).containsOnlyOnce("[2, 2], [3, 3], [1, 1], 1)");
        assertThat(new AskedTensors(USUAL, small.formatted(", 'downsample_in_first_stage': true")).code())
                .contains("[2, 2], [1, 1], [1, 1], 1)");
        assertThat(new AskedTensors(
                                USUAL,
                                small.formatted(
                                        ", 'downsample_in_first_stage': true, 'downsample_in_bottleneck': true"))
                        .code())
                .doesNotContain("[2, 2], [1, 1], [1, 1], 1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'hidden_sizes': [64, 3], 'depths': [1, 1] | hidden_sizes has 3, too few channels for layer_type bottleneck",
                "'depths': [3, 4] | hidden_sizes are [256, 512, 1024, 2048], but depths are [3, 4]; they must be as many",
                "'embedding_size': 0 | embedding_size is 0, not between 1 and 8192",
                "'layer_type': 'wide' | layer_type is \"wide\"; supported are basic, bottleneck",
                "'downsample_in_bottleneck': 1 | downsample_in_bottleneck is 1, not true or false",
                "'downsample_in_first_stage': 'no' | downsample_in_first_stage is \"no\", not true or false",
                "'num_channels': 4 | num_channels is 4; only models for 3 channels are supported"
            })
    void fieldWhenNotSupportedIsRefusedByName(String fields, String complaint) {
        assertThatThrownBy(() -> new AskedTensors(USUAL, "{'model_type': 'resnet', %s}".formatted(fields)))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json: " + complaint);
    }
}
