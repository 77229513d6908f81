package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFieldsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 1            | at line 1 column 8 path $.a",
                "[]                 | ``",
                "{'a': {'b': [1,]}} | at line 1 column 17 path $.a.b[1]",
                "{'a': 1} {}        | at line 1 column 11 path $"
            })
    void textWhenNotJsonIsRefusedWithThePlace(String json, String place) {
        assertThatThrownBy(() -> Json.parse("config.json", json))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json is not a valid JSON object%s; correct it or download it again"
                        .formatted(place.isEmpty() ? "" : " " + place));
    }

    @Test
    void textWhenNotUtf8IsRefused() {
        byte[] latin1 = "{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> JsonFields.parse("config.json", new ByteArrayInputStream(latin1)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json is not a valid JSON object");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void numberWhenNotFiniteIsRefusedWhereItIsAskedFor(String number) {
        JsonFields json = Json.parse("config.json", "{'eps': %s, 'layers': 2}".formatted(number));

        assertThat(json.integer("layers")).hasValue(2);
        assertThatThrownBy(() -> json.number("eps"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json: eps is %s, not a number", number);
        assertThatThrownBy(() -> json.integer("eps"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json: eps is %s, not a whole number", number);
    }
}
