package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import whatis.classification.checkpoint.CheckpointException;
import whatis.image.raster.ImageSize;

class Dinov2WithRegistersTests {

    private static final ImageSize USUAL = ImageSize.square(224);

    @Test
    void configWhenEmptyHasTheDefaultsOfTransformers() {
        AskedTensors asked = new AskedTensors(USUAL, "{'model_type': 'dinov2_with_registers'}");
        assertThat(asked.shape("dinov2_with_registers.embeddings.position_embeddings"))
                .containsExactly(1, 197, 768);
        assertThat(asked.shape("dinov2_with_registers.embeddings.register_tokens"))
                .containsExactly(1, 4, 768);
        assertThat(asked.shape("classifier.weight")).containsExactly(5, 1536);
    }

    @Test
    void registersWhenTooManyAreRefused() {
        String config = "{'model_type': 'dinov2_with_registers', 'num_register_tokens': 100000}";
        assertThatThrownBy(() -> new AskedTensors(USUAL, config))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json: num_register_tokens is 100000, not between 1 and 1024");
    }
}
