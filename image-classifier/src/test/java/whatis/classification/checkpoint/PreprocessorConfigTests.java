package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.image.Preprocessing;
import whatis.classification.image.ResamplingFilter;

class PreprocessorConfigTests {

    private static final Preprocessing DEFAULTS = new Preprocessing(
            224,
            224,
            true,
            ResamplingFilter.BILINEAR,
            true,
            1 / 255.0,
            true,
            List.of(0.5, 0.5, 0.5),
            List.of(0.5, 0.5, 0.5));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'size': 224}",
                "{'size': {'height': 224, 'width': 224}, 'do_center_crop': null}",
                "{'image_processor_type': 'ViTImageProcessor'}",
                "{'image_processor_type': 'ViTImageProcessorFast'}",
                "{'feature_extractor_type': 'ViTFeatureExtractor'}",
                "{'do_resize': true, 'do_rescale': true, 'do_normalize': true, 'rescale_factor': 0.00392156862745098}",
                "{'do_center_crop': true, 'crop_size': 224}",
                "{'image_processor_type': 'DeiTImageProcessor', 'do_center_crop': false, 'size': 224, 'resample': 2}",
                "{'feature_extractor_type': 'DeiTFeatureExtractor', 'size': 224, 'resample': 2}"
            })
    void configWhenItSaysNothingElseIsThatOfViTImageProcessor(String json) {
        assertThat(parse(json)).isEqualTo(DEFAULTS).isEqualTo(PreprocessorConfig.defaults());
    }

    @Test
    void configWhenCompleteIsRead() {
        assertThat(parse("""
                        {'do_resize': false, 'size': {'height': 384, 'width': 192}, 'resample': 3, 'do_rescale': false,
                         'rescale_factor': 0.5, 'do_normalize': false, 'image_mean': [0.485, 0.456, 0.406],
                         'image_std': [0.229, 0.224, 0.225]}"""))
                .isEqualTo(new Preprocessing(
                        192,
                        384,
                        false,
                        ResamplingFilter.BICUBIC,
                        false,
                        0.5,
                        false,
                        List.of(0.485, 0.456, 0.406),
                        List.of(0.229, 0.224, 0.225)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'size': {'shortest_edge': 224} | size is {\"shortest_edge\":224}, not a number, [height, width] or {\"height\", \"width\"}",
                "'size': {'height': 0, 'width': 224} | size is 0 x 224, not between 1 and 4096",
                "'size': 5000 | size is 5000 x 5000, not between 1 and 4096",
                "'resample': 6 | resample is 6, not one of Pillow's filters 0 to 5",
                "'rescale_factor': 0 | rescale_factor is 0.0, not positive",
                "'rescale_factor': 1e999 | rescale_factor is 1e999, not a number",
                "'image_mean': 0.5 | image_mean is 0.5, not a list of numbers",
                "'image_mean': [0.5] | image_mean is [0.5], not three numbers",
                "'image_std': [1, 1, 0] | image_std is [1.0, 1.0, 0.0], not three positive numbers",
                "'do_normalize': 1 | do_normalize is 1, not true or false",
                "'do_center_crop': true | do_center_crop is true; only processors that resize without cropping are supported",
                "'feature_extractor_type': 'DeiTFeatureExtractor', 'size': 256 | do_center_crop is true; only processors that resize without cropping are supported",
                "'image_processor_type': 'CLIPImageProcessor' | image_processor_type is \"CLIPImageProcessor\"; only those of ViT and DeiT are supported"
            })
    void fieldWhenNotSupportedIsRefusedByName(String fields, String complaint) {
        assertThatThrownBy(() -> parse("{%s}".formatted(fields)))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("preprocessor_config.json: " + complaint);
    }

    private static Preprocessing parse(String json) {
        byte[] utf8 = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return PreprocessorConfig.of(JsonFields.parse("preprocessor_config.json", new ByteArrayInputStream(utf8)));
    }
}
