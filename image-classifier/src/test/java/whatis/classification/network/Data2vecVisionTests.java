package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whatis.image.raster.ImageSize;

class Data2vecVisionTests {

    @Test
    void tensorsWhenAskedForAreThoseOfBeitUnderAnotherPrefix() {
        AskedTensors asked = new AskedTensors(
                ImageSize.square(224), "{'model_type': 'data2vec-vision', 'use_relative_position_bias': true}");
        AskedTensors beit =
                new AskedTensors(ImageSize.square(224), "{'model_type': 'beit', 'use_relative_position_bias': true}");
        assertThat(asked.names().stream().map(name -> name.replace("data2vec_vision.", "beit.")))
                .containsExactlyElementsOf(beit.names());
        assertThat(asked.names()).noneMatch(name -> name.startsWith("beit."));
    }
}
