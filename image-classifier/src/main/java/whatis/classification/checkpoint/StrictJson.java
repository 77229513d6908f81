package whatis.classification.checkpoint;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Reads JSON as RFC 8259 has it, in UTF-8. */
final class StrictJson {

    private static final int MAX_NESTING = 64;

    private StrictJson() {}

    static JsonReader reader(InputStream bytes) {
        return reader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
    }

    static JsonReader reader(Reader text) {
        JsonReader json = new JsonReader(text);
        json.setStrictness(Strictness.STRICT);
        json.setNestingLimit(MAX_NESTING);
        return json;
    }

    static void expect(JsonToken token, JsonReader json) throws IOException {
        if (json.peek() != token) {
            throw new MalformedJsonException(json.peek() + " instead of " + token + " at " + json.getPath());
        }
    }
}
