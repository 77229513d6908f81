package whatis.classification.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads JSON as RFC 8259 has it, in UTF-8; unlike Gson's own parser it refuses duplicates and trailing garbage. */
final class StrictJson {

    private static final int MAX_NESTING = 64;

    private StrictJson() {}

    static JsonReader reader(InputStream bytes) {
        JsonReader json = new JsonReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        json.setStrictness(Strictness.STRICT);
        json.setNestingLimit(MAX_NESTING);
        return json;
    }

    /** @throws IOException if the text isn't exactly one object */
    static JsonObject readObject(InputStream bytes) throws IOException {
        try (JsonReader json = reader(bytes)) {
            expect(JsonToken.BEGIN_OBJECT, json);
            JsonObject object = object(json);
            expect(JsonToken.END_DOCUMENT, json);
            return object;
        }
    }

    static void expect(JsonToken token, JsonReader json) throws IOException {
        if (json.peek() != token) {
            throw new MalformedJsonException(json.peek() + " instead of " + token + " at " + json.getPath());
        }
    }

    private static JsonElement element(JsonReader json) throws IOException {
        return switch (json.peek()) {
            case BEGIN_OBJECT -> object(json);
            case BEGIN_ARRAY -> array(json);
            default -> JsonParser.parseReader(json);
        };
    }

    private static JsonObject object(JsonReader json) throws IOException {
        JsonObject object = new JsonObject();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (object.has(name)) {
                throw new MalformedJsonException("duplicate at " + json.getPath());
            }
            object.add(name, element(json));
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
