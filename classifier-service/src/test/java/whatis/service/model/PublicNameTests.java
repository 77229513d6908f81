package whatis.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.ModelDescription;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.ArrangementSource;
import whatis.classification.engine.Precision;

class PublicNameTests {

    @ParameterizedTest
    @CsvSource({
        "google/vit-base-patch16-224, 3f49326, google/vit-base-patch16-224",
        "/home/me/models/mine, '', mine",
        "mine/, '', mine",
        "starter-model, '', starter-model"
    })
    void nameWhenModelIsAFolderExpectNothingAboveIt(String name, String revision, String expected) {
        assertThat(PublicName.of(new ModelDescription(
                        name,
                        revision,
                        Precision.FP32,
                        Arrangement.parse("flash"),
                        ArrangementSource.RULE,
                        true,
                        false)))
                .isEqualTo(expected);
    }
}
