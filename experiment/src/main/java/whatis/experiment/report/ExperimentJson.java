package whatis.experiment.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import whatis.experiment.variant.Answer;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Phase;

/** Writes the experiment for programs. */
public final class ExperimentJson {

    private final Gson gson =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    /** @param rows the number of each row, as the results have them */
    public String text(Setup setup, int[] rows, List<Result> results, List<String> differences) {
        JsonObject experiment = new JsonObject();
        experiment.add("setup", gson.toJsonTree(setup));
        JsonArray variants = new JsonArray();
        results.forEach(result -> variants.add(json(result, rows)));
        experiment.add("variants", variants);
        experiment.add("differences", gson.toJsonTree(differences));
        return gson.toJson(experiment);
    }

    private JsonObject json(Result result, int[] rows) {
        JsonObject json = new JsonObject();
        json.addProperty("variant", result.variant().name());
        json.addProperty("peakMemory", result.peakMemory());
        if (!result.succeeded()) {
            json.addProperty("failure", result.outcome().failure());
            return json;
        }
        Measurement measurement = result.measurement();
        json.addProperty("seconds", measurement.seconds());
        json.addProperty("start", measurement.start());
        json.addProperty("imagesPerSecond", result.imagesPerSecond());
        json.addProperty("bytesShipped", measurement.shipped());
        json.addProperty("workers", measurement.workers());
        JsonObject phases = new JsonObject();
        for (Phase phase : Phase.values()) {
            phases.addProperty(phase.title(), measurement.seconds(phase));
        }
        json.add("secondsPerWorker", phases);
        JsonObject beside = new JsonObject();
        measurement.beside().forEach((phase, seconds) -> beside.addProperty(phase.title(), seconds));
        json.add("secondsBeside", beside);
        json.add("results", results(measurement.answers()));
        json.add("errors", errors(measurement.answers(), rows));
        return json;
    }

    private static JsonArray results(List<Answer> answers) {
        JsonArray results = new JsonArray();
        for (Answer answer : answers) {
            JsonArray tuple = new JsonArray();
            tuple.add(answer.label());
            tuple.add(answer.score());
            results.add(tuple);
        }
        return results;
    }

    private static JsonArray errors(List<Answer> answers, int[] rows) {
        JsonArray errors = new JsonArray();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).problem() != null) {
                JsonObject error = new JsonObject();
                error.addProperty("row", rows[i]);
                error.addProperty("problem", answers.get(i).problem());
                errors.add(error);
            }
        }
        return errors;
    }
}
