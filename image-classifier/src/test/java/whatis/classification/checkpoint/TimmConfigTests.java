package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.image.Preprocessing;
import whatis.image.raster.ImageSize;

class TimmConfigTests {

    @Test
    void preprocessingWhenFieldsAreMissingHasTimmsDefaults() {
        assertThat(config("'pretrained_cfg': {}").preprocessing())
                .isEqualTo(Preprocessing.ofTimm(
                        ImageSize.square(224),
                        0.875,
                        "center",
                        "bicubic",
                        List.of(0.485, 0.456, 0.406),
                        List.of(0.229, 0.224, 0.225)));
    }

    @Test
    void preprocessingWhenFieldsAreThereIsThat() {
        TimmConfig config = config("""
                'pretrained_cfg': {'input_size': [3, 64, 48], 'interpolation': 'bilinear', 'crop_pct': 1.0,
                 'crop_mode': 'squash', 'mean': [0.5, 0.4, 0.3], 'std': [0.2, 0.2, 0.2]}""");
        assertThat(config.input()).isEqualTo(new ImageSize(48, 64));
        assertThat(config.preprocessing())
                .isEqualTo(Preprocessing.ofTimm(
                        new ImageSize(48, 64),
                        1,
                        "squash",
                        "bilinear",
                        List.of(0.5, 0.4, 0.3),
                        List.of(0.2, 0.2, 0.2)));
    }

    @Test
    void fieldsWhenAtOneLevelAreRead() {
        TimmConfig config = config("'input_size': [3, 32, 32], 'num_classes': 3");
        assertThat(config.input()).isEqualTo(ImageSize.square(32));
        assertThat(config.head().labels()).containsExactly("LABEL_0", "LABEL_1", "LABEL_2");
    }

    @Test
    void architectureWhenItNamesItsWeightsIsWithoutThem() {
        assertThat(config("'num_classes': 1").architecture()).isEqualTo("vit_tiny_patch16_224");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'label_names': ['a', 'b'] | a b",
                "'label_names': ['a', 'b'], 'num_classes': 2, 'label_descriptions': {'b': 'Beagle'} | a Beagle",
                "'label_names': {'1': 'b', '0': 'a'} | a b",
                "'pretrained_cfg': {'num_classes': 2, 'label_names': ['c', 'd'], 'label_descriptions': {'c': 'Cat'}} | Cat d",
                "'num_classes': 1, 'pretrained_cfg': {'num_classes': 1000} | LABEL_0"
            })
    void labelsWhenNamedAreTheirDescriptionsOrNames(String fields, String labels) {
        assertThat(config(fields).head().labels()).containsExactly(labels.split(" "));
    }

    @Test
    void scoreWhenThereIsOneLabelIsItsOwn() {
        assertThat(config("'num_classes': 1").head().scoreFunction()).isEqualTo(ScoreFunction.SIGMOID);
        assertThat(config("'num_classes': 2").head().scoreFunction()).isEqualTo(ScoreFunction.SOFTMAX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'pretrained_cfg': {} | : num_classes is missing, and there are no label_names",
                "'num_classes': 0 | : num_classes is 0, not between 1 and 65536; choose a model with a classifier",
                "'num_classes': 3, 'label_names': ['a'] | : label_names has 1 names, but num_classes is 3",
                "'label_names': {'0': 'a', '2': 'c'} | , label_names: there is no name for 1; they must be numbered from 0 on"
                        + " without gap",
                "'label_names': 'a' | : label_names is \"a\", not a list of strings",
                "'label_names': [] | : id2label has 0 labels, not between 1 and 65536",
                "'label_names': ['a'], 'label_descriptions': {'a': 1} | , label_descriptions: a is 1, not a string"
            })
    void labelsWhenTheyMakeNoSenseAreRefused(String fields, String complaint) {
        assertThatThrownBy(() -> config(fields).head())
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json" + complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'input_size': [1, 224, 224] | input_size is [1, 224, 224], not 3 channels, height and width",
                "'input_size': 224 | input_size is 224, not a list of whole numbers",
                "'input_size': [3, 0, 224] | input_size is [3, 0, 224], not sides between 1 and 4096",
                "'crop_pct': 0 | crop_pct is 0.0, not above 0 and at most 10",
                "'crop_mode': 'corner' | crop_mode is \"corner\", not center, squash or border",
                "'interpolation': 'random' | interpolation is \"random\", not one of Pillow's filters"
            })
    void preprocessingWhenItMakesNoSenseIsRefused(String field, String complaint) {
        assertThatThrownBy(() -> config("'pretrained_cfg': {" + field + "}").preprocessing())
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json, pretrained_cfg: " + complaint);
    }

    private static TimmConfig config(String fields) {
        String json = "{'architecture': 'vit_tiny_patch16_224.augreg_in21k', " + fields + "}";
        return new TimmConfig(JsonFields.parse(
                "config.json", new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))));
    }
}
