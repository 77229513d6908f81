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

    private static BigDecimal round(double score) {
        BigDecimal rounded = BigDecimal.valueOf(score)
                .setScale(SCORE_DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        // 1.0 and not 1: some readers take the type from the first line.
        return rounded.scale() < 1 ? rounded.setScale(1) : rounded;
    }

    private static JsonObject json(Prediction guess) {
        JsonObject json = new JsonObject();
        json.addProperty("label", guess.label());
        json.addProperty("score", round(guess.score()));
        return json;
    }
}
