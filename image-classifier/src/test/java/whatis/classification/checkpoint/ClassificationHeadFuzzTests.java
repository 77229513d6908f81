package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class ClassificationHeadFuzzTests {

    static Stream<byte[]> files() {
        return Stream.of(
                        "{}",
                        "{'id2label': {'0': 'tench', '01': 7}, 'problem_type': 'multi_label_classification'}",
                        "{'id2label': {'0': NaN, '1': -Infinity, '2': 'NaN'}, 'num_labels': 3, 'num_labels': 1e9}",
                        "{'num_labels': 2147483647, 'problem_type': 'regression', 'a': 2e999999999}")
                .map(Json::bytes);
    }

    @MethodSource("files")
    @FuzzTest
    void headWhenBytesAreAnyIsReadOrRefused(byte[] file) {
        try {
            var head = ClassificationHead.of(JsonFields.parse("config.json", new ByteArrayInputStream(file)));
            assertThat(head.labels()).isNotEmpty();
        } catch (CheckpointException refusal) {
            assertThat(refusal).hasMessageStartingWith("config.json");
        }
    }
}
