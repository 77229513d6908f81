package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import whatis.classification.image.Preprocessing;
import whatis.image.raster.ImageSize;

class ProcessorConfigFuzzTests {

    static Stream<byte[]> files() {
        return Stream.of("{}", "{\"feature_extractor_type\": \"DeiTFeatureExtractor\", \"size\": 224}", """
                        {"image_processor_type": "ViTImageProcessor", "do_resize": true, "size": {"height": 224,
                        "width": 192}, "resample": 3, "do_rescale": true, "rescale_factor": 0.00392156862745098,
                        "do_normalize": true, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 1e-300],
                        "do_center_crop": true, "crop_size": [224, 192]}""", """
                        {"image_processor_type": "ConvNextImageProcessorFast", "size": {"shortest_edge": 224},
                        "crop_pct": 0.875, "image_mean": 0.5, "do_normalize": null, "do_pad": null}""", """
                        {"image_processor": {"image_processor_type": "CLIPImageProcessor", "do_resize": false,
                        "crop_size": 99, "default_to_square": false, "use_square_size": true, "auto_map": {}}}""")
                .map(json -> json.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("files")
    @FuzzTest
    void configWhenBytesAreAnyIsReadOrRefused(byte[] file) throws IOException {
        for (String name : new String[] {"processor_config.json", "preprocessor_config.json"}) {
            try {
                Preprocessing preprocessing = ProcessorConfig.read(new FilesInMemory(name, file), "vit");
                ImageSize input = preprocessing.inputSize();
                assertThat(input.width()).isBetween(1, Preprocessing.MAX_LENGTH);
                assertThat(input.height()).isBetween(1, Preprocessing.MAX_LENGTH);
            } catch (CheckpointException refusal) {
                assertThat(refusal).hasMessageMatching("(?s)(pre)?processor_config\\.json of here[:, ].*");
            }
        }
    }
}
