package whatis.batch.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import whatis.classification.Prediction;

/** Writes each row as an object on a line, all fields always there. */
final class JsonAnswers implements AnswerWriter {

    static final String ERROR = "error";

    private final Gson gson =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private final Writer out;
    private final Origin origin;

    JsonAnswers(OutputStream out, Origin origin) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.origin = origin;
    }

    @Override
    public void write(AnswerRow row) throws IOException {
        JsonObject line = new JsonObject();
        line.addProperty("source", row.source());
        line.addProperty("row", row.row());
        Prediction best = row.top().isEmpty() ? null : row.top().get(0);
        line.addProperty("label", best == null ? null : best.label());
        line.addProperty("score", best == null ? null : best.score());
        JsonArray top = new JsonArray();
        row.top().forEach(prediction -> top.add(gson.toJsonTree(prediction)));
        line.add("top", top);
        JsonElement error = gson.toJsonTree(row.error());
        line.add(ERROR, error);
        line.addProperty("model", origin.model());
        line.addProperty("revision", origin.revision());
        line.addProperty("precision", origin.precision());
        line.addProperty("version", origin.version());
        line.addProperty("milliseconds", row.milliseconds());
        out.write(gson.toJson(line) + "\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
