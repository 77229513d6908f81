package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whatis.image.raster.ImageSize;

class VitMsnTests {

    @Test
    void configWhenEmptyHasTheDefaultsOfTransformers() {
        AskedTensors asked = new AskedTensors(ImageSize.square(224), "{'model_type': 'vit_msn'}");
        assertThat(asked.shape("vit.embeddings.position_embeddings")).containsExactly(1, 197, 768);
        assertThat(asked.shape("vit.encoder.layer.11.intermediate.dense.weight"))
                .containsExactly(3072, 768);
        assertThat(asked.has("vit.encoder.layer.12.intermediate.dense.weight")).isFalse();
        assertThat(asked.shape("classifier.weight")).containsExactly(5, 768);
        assertThat(asked.code()).contains("0.0000010000000000").doesNotContain("0.0000000000010000");
    }
}
