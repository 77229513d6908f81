package whatis.classification.checkpoint;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the logits of a model mean.
 *
 * @param labels one for each logit, in order; two may be equal
 * @param scoreFunction what transformers' pipeline applies
 */
public record ClassificationHead(List<String> labels, ScoreFunction scoreFunction) {

    static final int MAX_LABELS = 65_536;
    private static final int DEFAULT_LABELS = 2;

    public ClassificationHead {
        labels = List.copyOf(labels);
        if (labels.isEmpty() || labels.size() > MAX_LABELS) {
            throw new IllegalArgumentException(
                    "id2label has %d labels, not between 1 and %d".formatted(labels.size(), MAX_LABELS));
        }
    }

    /**
     * Reads {@code id2label}, {@code num_labels} and {@code problem_type} of a {@code config.json}.
     *
     * @throws CheckpointException if they contradict each other, or if the model isn't one that names what it sees
     */
    public static ClassificationHead of(JsonFields config) {
        return of(config, labels(config));
    }

    /**
     * Reads {@code problem_type} of a {@code config.json}.
     *
     * @throws CheckpointException if it contradicts the labels, or if the model isn't one that names what it sees
     */
    static ClassificationHead of(JsonFields config, List<String> labels) {
        try {
            return new ClassificationHead(labels, scoreFunction(config, labels.size()));
        } catch (IllegalArgumentException e) {
            throw config.refusal(e);
        }
    }

    private static ScoreFunction scoreFunction(JsonFields config, int labels) {
        String problem = config.string("problem_type").orElse("");
        if (problem.equals("regression")) {
            throw config.refusal("problem_type is \"regression\": the model estimates a quantity and names nothing;"
                    + " choose a model for classification");
        }
        if (problem.equals("single_label_classification") && labels == 1) {
            throw config.refusal("problem_type is \"single_label_classification\", but there is one label; with one it"
                    + " must be \"multi_label_classification\" or missing");
        }
        return problem.equals("multi_label_classification") || labels == 1
                ? ScoreFunction.SIGMOID
                : ScoreFunction.SOFTMAX;
    }

    private static List<String> labels(JsonFields config) {
        Optional<Integer> count = count(config);
        JsonElement id2label = config.element("id2label");
        if (id2label == null || id2label.isJsonNull()) {
            return IntStream.range(0, count.orElse(DEFAULT_LABELS))
                    .mapToObj(i -> "LABEL_" + i)
                    .toList();
        }
        if (!(id2label instanceof JsonObject object)) {
            throw config.refusal("id2label is %s, not an object with a label for each number from 0 on"
                    .formatted(JsonFields.quote(id2label.toString())));
        }
        List<String> labels = labels(config, object);
        if (count.isPresent() && count.get() != labels.size()) {
            throw config.refusal("id2label has %d labels, but num_labels is %d".formatted(labels.size(), count.get()));
        }
        return labels;
    }

    private static Optional<Integer> count(JsonFields config) {
        JsonElement json = config.element("num_labels");
        if (json != null && json.isJsonNull()) {
            throw config.refusal("num_labels is null, not a whole number; remove the field or correct it");
        }
        Optional<Integer> count = config.integer("num_labels");
        if (count.isPresent() && (count.get() < 1 || count.get() > MAX_LABELS)) {
            throw config.refusal("num_labels is %d, not between 1 and %d".formatted(count.get(), MAX_LABELS));
        }
        return count;
    }

    private static List<String> labels(JsonFields config, JsonObject id2label) {
        Map<Integer, String> byNumber = new HashMap<>();
        id2label.asMap().forEach((key, label) -> {
            if (byNumber.put(number(config, key), label(config, key, label)) != null) {
                throw config.refusal("id2label has two labels for " + number(config, key));
            }
        });
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < byNumber.size(); i++) {
            String label = byNumber.get(i);
            if (label == null) {
                throw config.refusal(
                        "id2label has %d labels, but none for %d; they must be numbered from 0 on without gap"
                                .formatted(byNumber.size(), i));
            }
            labels.add(label);
        }
        return labels;
    }

    private static int number(JsonFields config, String key) {
        if (!key.matches("[0-9]{1,9}")) {
            throw config.refusal(
                    "id2label has the key \"%s\", which isn't a label's number".formatted(JsonFields.quote(key)));
        }
        return Integer.parseInt(key);
    }

    private static String label(JsonFields config, String key, JsonElement label) {
        if (label instanceof JsonPrimitive name && !name.isBoolean()) {
            return name.getAsString();
        }
        throw config.refusal(
                "id2label has %s for %s, which isn't a label".formatted(JsonFields.quote(label.toString()), key));
    }
}
