package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class PreprocessorConfigFuzzTests {

    static Stream<byte[]> files() {
        return Stream.of("{}", "{\"feature_extractor_type\": \"DeiTFeatureExtractor\", \"size\": 224}", """
                        {"image_processor_type": "ViTImageProcessor", "do_resize": true, "size": {"height": 224,
                        "width": 192}, "resample": 3, "do_rescale": true, "rescale_factor": 0.00392156862745098,
                        "do_normalize": true, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 1e-300],
                        "do_center_crop": true, "crop_size": [224, 192]}""")
                .map(json -> json.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("files")
    @FuzzTest
    void configWhenBytesAreAnyIsReadOrRefused(byte[] file) {
        try {
            var preprocessing =
                    PreprocessorConfig.of(JsonFields.parse("preprocessor_config.json", new ByteArrayInputStream(file)));
            assertThat(preprocessing.width()).isPositive();
        } catch (CheckpointException refusal) {
            assertThat(refusal).hasMessageStartingWith("preprocessor_config.json");
        }
    }
}
