package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.Weights;
import whatis.classification.torchscript.StorageType;
import whatis.image.raster.ImageSize;

/** Whatever {@code config.json} holds makes a graph of some weights, or a refusal. */
class ArchitecturesFuzzTests {

    private static final ImageSize INPUT = ImageSize.square(224);

    static Stream<byte[]> files() {
        Stream<String> usual = Architectures.all().stream()
                .map(Architecture::modelType)
                .map("{\"model_type\": \"%s\", \"num_hidden_layers\": 2}"::formatted);
        Stream<String> odd = Stream.of("{}", """
                {"model_type": "deit", "architectures": ["DeiTForImageClassificationWithTeacher"],
                "hidden_size": 192, "num_hidden_layers": 12, "num_attention_heads": 3, "head_dim": 7,
                "intermediate_size": 768, "hidden_act": "gelu", "layer_norm_eps": 1e-12, "image_size": [224, 224],
                "patch_size": {"height": 16, "width": 15}, "num_channels": 3, "qkv_bias": true}""", """
                {"model_type": "vit", "hidden_size": 1e400, "layer_norm_eps": 1e-999999999}""");
        return Stream.concat(usual, odd).map(json -> json.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("files")
    @FuzzTest
    void configWhenBytesAreAnyMakesAGraphOrIsRefused(byte[] file) {
        try {
            JsonFields json = JsonFields.parse("config.json", new ByteArrayInputStream(file));
            Graph graph = new Graph(StorageType.FLOAT, INPUT);
            Value logits = Architectures.of(json).forward(json, INPUT, 10).logits(graph, new Layers(new AnyWeights()));
            assertThat(logits.shape()).containsExactly(10);
        } catch (CheckpointException refusal) {
            assertThat(refusal).hasMessageStartingWith("config.json");
        }
    }

    /** Has every tensor in every shape, as long as nobody reads it. */
    private static final class AnyWeights implements Weights {
        @Override
        public boolean has(String name) {
            return false;
        }

        @Override
        public long[] shape(String name) {
            throw new CheckpointException("config.json: no shape is known of " + name);
        }

        @Override
        public Tensor tensor(String name, long... shape) {
            return () -> {
                throw new AssertionError(name + " was read");
            };
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public void close() {}
    }
}
