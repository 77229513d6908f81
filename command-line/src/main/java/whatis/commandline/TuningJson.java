package whatis.commandline;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import whatis.classification.tuning.Candidate;
import whatis.classification.tuning.Ratio;
import whatis.classification.tuning.TuningReport;

/** Writes what a tuning found for programs. */
final class TuningJson {

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private TuningJson() {}

    /** Returns the text, which ends with a line break. Ratios are in relation to the arrangement that the rule chooses. */
    static String of(TuningReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("model", report.model());
        json.addProperty("precision", report.key().precision().toString());
        json.addProperty("libtorch", report.key().libtorch());
        json.addProperty("processor", report.key().processor().name());
        json.addProperty("cores", report.key().processor().cores());
        json.addProperty("concurrency", report.concurrency().toString());
        json.addProperty("rounds", report.rounds());
        json.addProperty("rule", report.byRule().toString());
        json.addProperty("choice", report.choice().toString());
        json.addProperty("kept", report.kept() == null ? null : report.kept().toString());
        JsonArray candidates = new JsonArray();
        report.candidates().forEach(candidate -> candidates.add(json(candidate)));
        json.add("candidates", candidates);
        JsonArray undecided = new JsonArray();
        report.undecided().forEach(arrangement -> undecided.add(arrangement.toString()));
        json.add("undecided", undecided);
        return GSON.toJson(json) + "\n";
    }

    private static JsonObject json(Candidate candidate) {
        JsonObject json = new JsonObject();
        json.addProperty("arrangement", candidate.arrangement().toString());
        json.add("alone", json(candidate.secondsAlone(), candidate.alone()));
        json.add("together", json(candidate.secondsTogether(), candidate.together()));
        return json;
    }

    private static JsonObject json(double seconds, Ratio ratio) {
        JsonObject json = new JsonObject();
        json.addProperty("seconds", seconds);
        json.addProperty("ratio", ratio.median());
        json.addProperty("low", ratio.low());
        json.addProperty("high", ratio.high());
        return json;
    }
}
