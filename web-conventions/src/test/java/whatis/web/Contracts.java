package whatis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares answers with the messages in {@code contracts/}. */
public final class Contracts {

    private static final Path FOLDER = Path.of("..", "contracts");

    private Contracts() {}

    public static String text(String contract) {
        try {
            return Files.readString(FOLDER.resolve(contract));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** Demands the contract's status, media type and very content. */
    public static void assertProblem(HttpResponse<String> response, String slug) {
        JsonNode expected = JsonMapper.shared().readTree(text("problem-" + slug + ".json"));
        assertThat(json(response)).isEqualTo(expected);
        assertThat(response.statusCode()).isEqualTo(expected.get("status").asInt());
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    /** Demands the contract's very content. */
    public static void assertMessage(HttpResponse<String> response, int status, String contract) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response)).isEqualTo(JsonMapper.shared().readTree(text(contract)));
    }

    /** Demands the contract's names in their order and the types of the values, whatever the values are. */
    public static void assertShape(HttpResponse<String> response, String contract) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(shape(json(response))).isEqualTo(shape(JsonMapper.shared().readTree(text(contract))));
    }

    private static String shape(JsonNode node) {
        if (node.isObject()) {
            StringBuilder fields = new StringBuilder("{");
            node.properties()
                    .forEach(field -> fields.append(field.getKey())
                            .append(':')
                            .append(shape(field.getValue()))
                            .append(' '));
            return fields.append('}').toString();
        }
        if (node.isArray()) {
            return node.isEmpty() ? "[]" : "[" + shape(node.get(0)) + "]";
        }
        return node.getNodeType().toString();
    }
}
