package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.checkpoint.CheckpointException;
import whatis.image.raster.ImageSize;

class SiglipTests {

    private static final ImageSize USUAL = ImageSize.square(224);

    @Test
    void configWhenEmptyHasTheDefaultsOfTransformers() {
        AskedTensors asked = new AskedTensors(USUAL, "{'model_type': 'siglip', 'vision_config': {}}");
        assertThat(asked.shape("vision_model.embeddings.position_embedding.weight"))
                .containsExactly(196, 768);
        assertThat(asked.shape("vision_model.encoder.layers.11.mlp.fc1.weight")).containsExactly(3072, 768);
        assertThat(asked.shape("classifier.weight")).containsExactly(5, 768);
        assertThat(asked.names()).noneMatch(name -> name.contains("head"));
        assertThat(asked.code()).contains("0.0000010000000000", "approximate=\"tanh\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'model_type': 'siglip', 'hidden_size': 768} | config.json: vision_config is missing; it says how large"
                        + " the image encoder is",
                "{'model_type': 'siglip', 'vision_config': 7} | config.json: vision_config is 7, not an object",
                "{'model_type': 'siglip', 'vision_config': {'num_hidden_layers': 0}} | config.json, vision_config:"
                        + " num_hidden_layers is 0, not between 1 and 1000",
                "{'model_type': 'siglip', 'vision_config': {'image_size': 384}} | config.json, vision_config: image_size"
                        + " is 384 x 384, but the image processor makes pictures of 224 x 224; they must be equal"
            })
    void fieldWhenNotSupportedIsRefusedByName(String config, String complaint) {
        assertThatThrownBy(() -> new AskedTensors(USUAL, config))
                .isInstanceOf(CheckpointException.class)
                .hasMessage(complaint);
    }
}
