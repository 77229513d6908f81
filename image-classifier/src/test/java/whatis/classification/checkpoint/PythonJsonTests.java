package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Python's {@code json.load} does with the same text, tried with CPython. */
class PythonJsonTests {

    @ParameterizedTest
    @CsvSource({
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "1e999, Infinity",
        "1e999999999, Infinity",
        "-0, -0.0",
        "' NaN ', NaN",
        "[NaN], NaN"
    })
    void numberWhenNotFiniteIsRead(String json, Double value) throws IOException {
        assertThat(read("{'a': %s}".formatted(json)).get("a").getAsDouble()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "say \\\"NaN\\\" or -Infinity", "\\\\", "NaN\\\\"})
    void stringWhenItSpellsAConstantStaysAString(String text) throws IOException {
        JsonObject json = read("{'NaN': '%s', 'b': NaN}".formatted(text));

        assertThat(json.get("NaN").getAsString())
                .isEqualTo(text.replace("\\\"", "\"").replace("\\\\", "\\"));
        assertThat(json.get("b").getAsDouble()).isNaN();
    }

    @Test
    void fieldWhenThereTwiceHasItsLastValue() throws IOException {
        assertThat(read("{'a': {'b': 1, 'b': 2}, 'c': 3, 'c': 4}")).hasToString("{\"a\":{\"b\":2},\"c\":4}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "NaN",
                "{'a': 1",
                "{'a': 1} {}",
                "{a: 1}",
                "{NaN: 1}",
                "{'a': 1,}",
                "{'a': nan}",
                "{'a': -NaN}",
                "{'a': NaN1}",
                "{'a': 1NaN}",
                "{'a': 1Infinity}",
                "{'a': 1-Infinity}",
                "{'a': --Infinity}",
                "{'a': 01}",
                "{'a': +1}",
                "{'a': .5}",
                "{'a': tRue}",
                "{'a': 1 /* one */}",
                "{'a': '\u0001'}",
                "{'a': '\\x'}",
                "\ufeff{}"
            })
    void textWhenPythonRefusesItIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    @Test
    void textWhenNestedTooDeepIsRefused() {
        String json = "{'a': %s%s}".formatted("[".repeat(100_000), "]".repeat(100_000));
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    @Test
    void textWhenNotUtf8IsRefused() {
        byte[] latin1 = "{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> PythonJson.readObject(new ByteArrayInputStream(latin1)))
                .isInstanceOf(IOException.class);
    }

    private static JsonObject read(String json) throws IOException {
        byte[] utf8 = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return PythonJson.readObject(new ByteArrayInputStream(utf8));
    }
}
