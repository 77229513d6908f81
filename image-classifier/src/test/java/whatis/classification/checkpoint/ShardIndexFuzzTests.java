package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class ShardIndexFuzzTests {

    static Stream<byte[]> files() {
        return Stream.of(
                        "{}",
                        "{'weight_map': {}}",
                        "{'metadata': {'total_size': 1}, 'weight_map': {'a': 'model-00001-of-00002.safetensors', 'b': 'model-00002-of-00002.safetensors'}}",
                        "{'weight_map': {'a': '../../etc/passwd', 'b': 7}}",
                        "{'weight_map': {'a\\u0000': 'x/y', 'a\\u0000': NaN, 'b': '\\ud800'}}")
                .map(Json::bytes);
    }

    @MethodSource("files")
    @FuzzTest
    void indexWhenBytesAreAnyIsReadOrRefused(byte[] file) {
        try {
            ShardIndex index = ShardIndex.of(JsonFields.parse("index.json", new ByteArrayInputStream(file)));
            assertThat(index.shards())
                    .isNotEmpty()
                    .allSatisfy(shard -> assertThat(shard.split("/", -1)).doesNotContain("..", ".", ""));
        } catch (CheckpointException refusal) {
            assertThat(refusal).hasMessageStartingWith("index.json");
        }
    }
}
