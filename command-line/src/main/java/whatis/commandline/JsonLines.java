package whatis.commandline;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import whatis.classification.Prediction;

/** Writes answers for programs: {@code {"file":…,"guesses":[{"label":…,"score":…},…],"error":…}}. */
final class JsonLines implements AnswerFormat {

    /** More digits than fp32 and bf16 agree on, fewer than anyone wants to read. */
    private static final int SCORE_DIGITS = 6;

    private final Gson gson =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    @Override
    public String line(Answer answer) {
        JsonObject line = new JsonObject();
        line.addProperty("file", answer.file().toString());
        JsonArray guesses = new JsonArray();
        answer.guesses().forEach(guess -> guesses.add(json(guess)));
        line.add("guesses", guesses);
        line.addProperty(
                "error", answer.failure() == null ? null : answer.failure().message());
        return gson.toJson(line);
    }

    private static JsonObject json(Prediction guess) {
        JsonObject json = new JsonObject();
        json.addProperty("label", guess.label());
        json.addProperty("score", BigDecimal.valueOf(guess.score()).setScale(SCORE_DIGITS, RoundingMode.HALF_EVEN));
        return json;
    }
}
