package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.image.SharedFiles;

/** Checkpoints as transformers wrote them, in the ways in which people have them. */
class SharedCheckpointsTests {

    @ParameterizedTest
    @CsvSource({
        "A01-vit-p16-96, 10, SOFTMAX",
        "B01-num_labels-1, 1, SIGMOID",
        "B06-multi_label, 10, SIGMOID",
        "B10-multi_label-1, 1, SIGMOID",
        "B11-multi_label-2, 2, SIGMOID",
        "B21-no-id2label-num_labels-5, 5, SOFTMAX",
        "C01-pooler-and-extra-tensors, 10, SOFTMAX",
        "C10-fp16, 10, SOFTMAX",
        "C11-bf16, 10, SOFTMAX",
        "C12-fp64, 10, SOFTMAX",
        "C20-sharded, 10, SOFTMAX",
        "C23-sharded-and-single, 10, SOFTMAX",
        "C26-new-names, 10, SOFTMAX",
        "C37-transformers_weights, 10, SOFTMAX",
        "C38-transformers_weights-and-model, 10, SOFTMAX",
        "C53-one-shard-with-index, 10, SOFTMAX",
        "D07-deit-multi_label, 10, SIGMOID",
        "X-siglip, 10, SOFTMAX"
    })
    void checkpointWhenReadHasALogitForEachLabel(String name, int labels, ScoreFunction function) throws IOException {
        CheckpointFiles files = files(name);
        JsonFields config = JsonFiles.config(files);
        ClassificationHead head = ClassificationHead.of(config);
        assertThat(head.labels()).hasSize(labels);
        assertThat(head.scoreFunction()).isEqualTo(function);
        try (Weights weights = Weights.open(files, config)) {
            assertThat(weights.tensor("classifier.bias", labels).read()).hasSize(labels);
        }
    }

    /** The single-precision weights of these are the same, whichever way they are written. */
    @ParameterizedTest
    @CsvSource({
        "C12-fp64, C23-sharded-and-single",
        "C38-transformers_weights-and-model, C23-sharded-and-single",
        "C20-sharded, A01-vit-p16-96",
        "C26-new-names, A01-vit-p16-96",
        "C37-transformers_weights, A01-vit-p16-96",
        "C53-one-shard-with-index, A01-vit-p16-96"
    })
    void weightsWhenWrittenAnotherWayAreTheSame(String name, String other) throws IOException {
        try (Weights weights = open(name).named(TransformersNames.of("vit"));
                Weights expected = open(other)) {
            assertThat(weights.names()).hasSameSizeAs(expected.names());
            for (String tensor : expected.names()) {
                long[] shape = expected.shape(tensor);
                assertThat(weights.tensor(tensor, shape).read())
                        .as(tensor)
                        .isEqualTo(expected.tensor(tensor, shape).read());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "B07-regression-1        | problem_type",
                "B08-regression-3        | problem_type",
                "C02-missing-classifier  | classifier.bias",
                "C21-bin-only            | pytorch_model.bin",
                "C54-quantization_config | quantization_config",
                "C60-tf-only             | tf_model.h5"
            })
    void checkpointWhenOfAnotherKindIsRefusedByName(String name, String reason) {
        CheckpointFiles files = files(name);
        assertThatThrownBy(() -> {
                    JsonFields config = JsonFiles.config(files);
                    int labels = ClassificationHead.of(config).labels().size();
                    try (Weights weights = Weights.open(files, config)) {
                        weights.tensor("classifier.bias", labels);
                    }
                })
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(reason);
    }

    private static Weights open(String name) throws IOException {
        return Weights.open(files(name), JsonFiles.config(files(name)));
    }

    private static CheckpointFiles files(String name) {
        return CheckpointFiles.inFolder(SharedFiles.path("fixtures/checkpoints/" + name));
    }
}
