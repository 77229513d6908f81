package whatis.classification.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads JSON as Python's {@code json} module does, which writes and reads the files of checkpoints: NaN and Infinity
 * are numbers, and of two fields of one name the last counts. All else is RFC 8259, in UTF-8 without byte order mark.
 */
final class PythonJson {

    /**
     * What the reader gets in place of the constants, which aren't JSON. Python takes these numbers for infinite, too, so
     * that a file that spells one of them is read as Python reads it, or refused.
     */
    private static final Map<String, String> CONSTANTS =
            Map.of("NaN", "2e999999999", "Infinity", "1e999999999", "-Infinity", "-1e999999999");

    private static final Map<String, Double> VALUES = CONSTANTS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, entry -> Double.valueOf(entry.getKey())));

    private PythonJson() {}

    /** @throws IOException if the text isn't exactly one object */
    static JsonObject readObject(InputStream bytes) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.readAllBytes()))
                .toString();
        if (text.startsWith("\ufeff")) {
            throw new MalformedJsonException("byte order mark at line 1 column 1 path $");
        }
        try (JsonReader json = StrictJson.reader(new StringReader(withoutConstants(text)))) {
            StrictJson.expect(JsonToken.BEGIN_OBJECT, json);
            JsonObject object = object(json);
            StrictJson.expect(JsonToken.END_DOCUMENT, json);
            return object;
        } catch (JsonParseException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String withoutConstants(String text) {
        if (!text.contains("NaN") && !text.contains("Infinity")) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            String constant = quoted ? "" : constantAt(text, i);
            if (constant.isEmpty()) {
                char character = text.charAt(i);
                result.append(character);
                if (character == '"') {
                    quoted = !quoted;
                } else if (quoted && character == '\\' && i + 1 < text.length()) {
                    result.append(text.charAt(++i));
                }
            } else {
                // Spaces keep it apart from what stands beside it, so that 1NaN stays an error.
                result.append(' ').append(CONSTANTS.get(constant)).append(' ');
                i += constant.length() - 1;
            }
        }
        return result.toString();
    }

    private static String constantAt(String text, int index) {
        String constant = switch (text.charAt(index)) {
            case 'N' -> "NaN";
            case 'I' -> "Infinity";
            case '-' -> "-Infinity";
            default -> "";
        };
        return text.startsWith(constant, index) ? constant : "";
    }

    private static JsonElement element(JsonReader json) throws IOException {
        return switch (json.peek()) {
            case BEGIN_OBJECT -> object(json);
            case BEGIN_ARRAY -> array(json);
            case NUMBER -> number(JsonParser.parseReader(json));
            default -> JsonParser.parseReader(json);
        };
    }

    private static JsonElement number(JsonElement json) {
        Double value = VALUES.get(json.getAsString());
        return value == null ? json : new JsonPrimitive(value);
    }

    private static JsonObject object(JsonReader json) throws IOException {
        JsonObject object = new JsonObject();
        json.beginObject();
        while (json.hasNext()) {
            object.add(json.nextName(), element(json));
        }
        json.endObject();
        return object;
    }

    private static JsonArray array(JsonReader json) throws IOException {
        JsonArray array = new JsonArray();
        json.beginArray();
        while (json.hasNext()) {
            array.add(element(json));
        }
        json.endArray();
        return array;
    }
}
