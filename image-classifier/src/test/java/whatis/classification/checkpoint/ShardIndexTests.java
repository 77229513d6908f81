package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardIndexTests {

    @Test
    void indexWhenReadNamesEachFileOnce() {
        ShardIndex index = parse("{'weight_map': {'c': 'x', 'a': 'z', 'b': 'x'}, 'metadata': {}}");

        assertThat(index.shards()).containsExactly("x", "z");
        assertThat(index.shardOf()).containsEntry("b", "x").hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "",
                "../x",
                "a/../x",
                "a/..",
                "/etc/passwd",
                "a//b",
                "a/",
                "a\\\\..\\\\b",
                "C:x",
                "x\\u0000y",
                "x\\n"
            })
    void fileWhenItMayLieOutsideOfTheCheckpointIsRefused(String name) {
        assertThatThrownBy(() -> parse("{'weight_map': {'t': '%s'}}".formatted(name)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("index.json: weight_map has ")
                .hasMessageEndingWith(" for tensor t, not the name of a file of the checkpoint");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                       | weight_map must be an object that names the file of each tensor",
                "{'weight_map': {}}       | weight_map must be an object that names the file of each tensor",
                "{'weight_map': null}     | weight_map must be an object that names the file of each tensor",
                "{'weight_map': ['a']}    | weight_map must be an object that names the file of each tensor",
                "{'weight_map': {'t': 1}} | weight_map has 1 for tensor t, not the name of a file of the checkpoint",
                "{'weight_map': {'t': null}} | weight_map has null for tensor t, not the name of a file of the checkpoint"
            })
    void indexWhenNotATableIsRefused(String json, String complaint) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("index.json: " + complaint);
    }

    @Test
    void indexWhenItNamesTooManyFilesIsRefused() {
        String map = IntStream.range(0, 1_001)
                .mapToObj(i -> "'%1$d': '%1$d'".formatted(i))
                .collect(Collectors.joining(","));
        assertThatThrownBy(() -> parse("{'weight_map': {%s}}".formatted(map)))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("index.json: weight_map names 1001 files, more than the 1000 that are read");
    }

    private static ShardIndex parse(String json) {
        return ShardIndex.of(Json.parse("index.json", json));
    }
}
