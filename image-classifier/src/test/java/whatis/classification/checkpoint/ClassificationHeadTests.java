package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationHeadTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id2label': {'2': 'two', '0': 'zero', '1': 'one'}      | zero,one,two",
                "'id2label': {'00': 'a', '1': 'b'}                      | a,b",
                "'id2label': {'0': 'same', '1': 'same'}                 | same,same",
                "'id2label': {'0': 0, '1': -1, '2': 18.5}               | 0,-1,18.5",
                "'id2label': {'0': ' padded ', '1': '', '2': '日本語 😀'}  | ` padded ,,日本語 😀`",
                "'id2label': {'0': 'a', '1': 'b'}, 'num_labels': 2      | a,b",
                "'id2label': null                                       | LABEL_0,LABEL_1",
                "'id2label': null, 'num_labels': 3                      | LABEL_0,LABEL_1,LABEL_2",
                "'label2id': {'a': 0, 'b': 1, 'c': 2}                   | LABEL_0,LABEL_1"
            })
    void labelsWhenNumberedWithoutGapAreInOrder(String fields, String labels) {
        assertThat(parse(fields).labels()).containsExactly(labels.split(",", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id2label': {'0': 'a', '2': 'b', '5': 'c'}    | id2label has 3 labels, but none for 1; they must be numbered from 0 on without gap",
                "'id2label': {'1': 'a', '2': 'b'}              | id2label has 2 labels, but none for 0; they must be numbered from 0 on without gap",
                "'id2label': {'0': 'a', '1': null}             | id2label has null for 1, which isn't a label",
                "'id2label': {'0': 'a', '1': true}             | id2label has true for 1, which isn't a label",
                "'id2label': {'0': ['a']}                      | id2label has [\"a\"] for 0, which isn't a label",
                "'id2label': {'tench': 0}                      | id2label has the key \"tench\", which isn't a label's number",
                "'id2label': {'-1': 'a'}                       | id2label has the key \"-1\", which isn't a label's number",
                "'id2label': {'99999999999': 'a'}              | id2label has the key \"99999999999\", which isn't a label's number",
                "'id2label': {'0': 'a', '00': 'b'}             | id2label has two labels for 0",
                "'id2label': {}                                | id2label has 0 labels, not between 1 and 65536",
                "'id2label': ['a', 'b']                        | id2label is [\"a\",\"b\"], not an object with a label for each number from 0 on",
                "'id2label': {'0': 'a'}, 'num_labels': 4       | id2label has 1 labels, but num_labels is 4",
                "'num_labels': null                            | num_labels is null, not a whole number; remove the field or correct it",
                "'num_labels': 0                               | num_labels is 0, not between 1 and 65536",
                "'num_labels': 2000000000                      | num_labels is 2000000000, not between 1 and 65536",
                "'num_labels': '3'                             | num_labels is \"3\", not a whole number",
                "'problem_type': 3                             | problem_type is 3, not a string"
            })
    void labelsWhenTheyDoNotFitAreRefused(String fields, String complaint) {
        assertThatThrownBy(() -> parse(fields))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json: " + complaint.replace("\\\"", "\""));
    }

    @ParameterizedTest
    @CsvSource({
        "2, null, SOFTMAX",
        "2, 'single_label_classification', SOFTMAX",
        "2, 'multi_label_classification', SIGMOID",
        "1, null, SIGMOID",
        "1, 'multi_label_classification', SIGMOID",
        "3, 'of a fork', SOFTMAX"
    })
    void scoreFunctionIsThatOfThePipeline(int labels, String problem, ScoreFunction function) {
        String value = problem.equals("null") ? "null" : "'%s'".formatted(problem);
        assertThat(parse("'num_labels': %d, 'problem_type': %s, 'function_to_apply': 'none'".formatted(labels, value))
                        .scoreFunction())
                .isEqualTo(function);
    }

    @Test
    void modelWhenItEstimatesAQuantityIsRefused() {
        assertThatThrownBy(() -> parse("'num_labels': 3, 'problem_type': 'regression'"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json: problem_type is \"regression\": the model estimates a quantity");
    }

    @Test
    void modelWhenItsOnlyLabelExcludesOthersIsRefused() {
        assertThatThrownBy(() -> parse("'num_labels': 1, 'problem_type': 'single_label_classification'"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll("problem_type", "there is one label");
    }

    private static ClassificationHead parse(String fields) {
        return ClassificationHead.of(Json.parse("config.json", "{%s}".formatted(fields)));
    }
}
