package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whatis.classification.checkpoint.Size;

class Data2vecVisionTests {

    @Test
    void tensorsWhenAskedForAreThoseOfBeitUnderAnotherPrefix() {
        AskedTensors asked = new AskedTensors(
                new Size(224, 224), "{'model_type': 'data2vec-vision', 'use_relative_position_bias': true}");
        AskedTensors beit =
                new AskedTensors(new Size(224, 224), "{'model_type': 'beit', 'use_relative_position_bias': true}");
        assertThat(asked.names().stream().map(name -> name.replace("data2vec_vision.", "beit.")))
                .containsExactlyElementsOf(beit.names());
        assertThat(asked.names()).noneMatch(name -> name.startsWith("beit."));
    }
}
