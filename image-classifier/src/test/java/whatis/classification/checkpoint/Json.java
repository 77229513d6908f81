package whatis.classification.checkpoint;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** JSON files of tests, with single quotes for double ones. */
final class Json {

    private Json() {}

    static JsonFields parse(String file, String json) {
        return JsonFields.parse(file, new ByteArrayInputStream(bytes(json)));
    }

    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
