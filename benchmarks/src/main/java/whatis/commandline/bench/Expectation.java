package whatis.commandline.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Set;

/** What an answer has to be. */
@FunctionalInterface
interface Expectation {

    /** Tells whether an answer is right; a body that is no JSON object is an empty one. */
    boolean accepts(int status, JsonObject body);

    /** The lab's answer, with the article or with what kept it away. */
    static Expectation prediction(String label) {
        return (status, body) -> status == 200
                && label.equals(text(body, "prediction"))
                && (label.equals("unknown") || hasText(body, "wikipedia info") || encyclopediaProblem(body));
    }

    /** The whole answer, with this many guesses. */
    static Expectation identification(String term, int guesses) {
        return (status, body) -> status == 200
                && term.equals(text(body, "term"))
                && body.getAsJsonArray("guesses").size() == guesses;
    }

    /** One kind of problem, with the status that it has as {@code contracts/} shows. */
    static Expectation problem(int expected, String slug) {
        return (status, body) -> status == expected && isProblem(status, body, slug);
    }

    /** Of a picture that may be readable or not. */
    static Expectation anyPicture() {
        Map<Integer, Set<String>> problems =
                Map.of(415, Set.of("unsupported-image-format"), 422, Set.of("unreadable-image", "image-too-large"));
        return (status, body) -> status == 200
                ? hasText(body, "prediction")
                : problems.getOrDefault(status, Set.of()).stream().anyMatch(slug -> isProblem(status, body, slug));
    }

    static JsonObject json(String body) {
        try {
            return JsonParser.parseString(body).isJsonObject()
                    ? JsonParser.parseString(body).getAsJsonObject()
                    : new JsonObject();
        } catch (JsonParseException e) {
            return new JsonObject();
        }
    }

    static boolean isProblem(int status, JsonObject body, String slug) {
        return ("/problems/" + slug).equals(text(body, "type"))
                && body.has("status")
                && body.get("status").getAsInt() == status;
    }

    private static boolean encyclopediaProblem(JsonObject body) {
        return body.has("problem")
                && text(body.getAsJsonObject("problem"), "type").startsWith("/problems/encyclopedia-");
    }

    private static boolean hasText(JsonObject body, String name) {
        return !text(body, name).isEmpty();
    }

    private static String text(JsonObject body, String name) {
        return body.has(name) && body.get(name).isJsonPrimitive()
                ? body.get(name).getAsString()
                : "";
    }
}
