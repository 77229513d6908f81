package whatis.classification.tuning;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.InputStream;
import java.util.Set;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.Precision;
import whatis.classification.engine.Processor;

/**
 * A choice that is kept, as a small JSON file.
 *
 * @param key what it holds for
 */
record TuningJson(TuningKey key, Arrangement arrangement) {

    /** To be raised with each change of the fields or of their meaning. */
    private static final int FORMAT = 1;

    private static final Set<String> FIELDS =
            Set.of("format", "network", "libtorch", "precision", "processor", "cores", "arrangement");

    String text() {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("network", key.network());
        json.addProperty("libtorch", key.libtorch());
        json.addProperty("precision", key.precision().toString());
        json.addProperty("processor", key.processor().name());
        json.addProperty("cores", key.processor().cores());
        json.addProperty("arrangement", arrangement.toString());
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json) + "\n";
    }

    /**
     * Reads a file.
     *
     * @param file its name in complaints
     * @throws CheckpointException if it isn't what {@link #text} writes
     */
    static TuningJson read(String file, InputStream bytes) {
        JsonFields json = JsonFields.parse(file, bytes);
        int format = json.integer("format").orElseThrow(() -> json.refusal("format is missing"));
        if (format != FORMAT) {
            throw json.refusal("format is %d, but this version of whatis reads %d".formatted(format, FORMAT));
        }
        json.requireNames(FIELDS);
        try {
            return new TuningJson(
                    new TuningKey(
                            text(json, "network"),
                            text(json, "libtorch"),
                            Precision.parse(text(json, "precision")),
                            new Processor(
                                    text(json, "processor"),
                                    json.integer("cores").orElseThrow(() -> json.refusal("cores is no number")))),
                    Arrangement.parse(text(json, "arrangement")));
        } catch (IllegalArgumentException e) {
            throw json.refusal(e);
        }
    }

    private static String text(JsonFields json, String name) {
        return json.string(name).orElseThrow(() -> json.refusal(name + " is no text"));
    }
}
