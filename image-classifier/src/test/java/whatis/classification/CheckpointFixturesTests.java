package whatis.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.engine.Precision;
import whatis.classification.model.ModelUnavailableException;
import whatis.image.ImageRejectedException;
import whatis.image.SharedFiles;

/** Small checkpoints in the ways in which people have them: answered as transformers answers, or refused. */
class CheckpointFixturesTests {

    private static final double TOLERANCE = 0.001;

    @TestFactory
    Stream<DynamicTest> checkpointWhateverItsKindIsAnsweredAsByTransformersOrRefused() throws IOException {
        Path folder = SharedFiles.path("fixtures/checkpoints");
        JsonObject expected = JsonParser.parseString(Files.readString(folder.resolve("expected.json")))
                .getAsJsonObject();
        List<byte[]> pictures = new ArrayList<>();
        for (JsonElement picture : expected.getAsJsonArray("pictures")) {
            pictures.add(Files.readAllBytes(SharedFiles.path(picture.getAsString())));
        }
        JsonObject cases = expected.getAsJsonObject("cases");
        assertThat(cases.size()).isGreaterThan(60);
        return cases.keySet().stream()
                .map(name ->
                        dynamicTest(name, () -> check(folder.resolve(name), cases.getAsJsonObject(name), pictures)));
    }

    private static void check(Path model, JsonObject expected, List<byte[]> pictures) {
        String right = expected.get("right").getAsString();
        try (ImageClassifier classifier = load(model)) {
            for (int i = 0; i < pictures.size(); i++) {
                JsonElement answer = expected.has("answers")
                        ? expected.getAsJsonArray("answers").get(i)
                        : JsonNull.INSTANCE;
                List<Prediction> guesses;
                try {
                    guesses = classifier.classify(pictures.get(i), 5);
                } catch (ImageRejectedException refusal) {
                    assertThat(refusal).hasMessageMatching("(?s).+");
                    assertThat(!right.equals("equal") || answer.isJsonNull())
                            .as("whether picture %d may be refused: %s", i, refusal.getMessage())
                            .isTrue();
                    continue;
                }
                assertThat(right).as("answers " + guesses).isNotEqualTo("refuse");
                assertThat(answer.isJsonArray())
                        .as("picture %d, which transformers refuses, is answered", i)
                        .isTrue();
                assertSame(guesses, answer.getAsJsonArray());
            }
        } catch (CheckpointException | ModelUnavailableException refusal) {
            assertThat(right).as(refusal.getMessage()).isNotEqualTo("equal");
        }
    }

    /** Labels whose scores are as good as equal may change places. */
    private static void assertSame(List<Prediction> guesses, JsonArray expected) {
        assertThat(guesses).hasSameSizeAs(expected);
        double last = score(expected.get(expected.size() - 1));
        for (int i = 0; i < guesses.size(); i++) {
            Prediction guess = guesses.get(i);
            assertThat(Math.abs(guess.score() - score(expected.get(i))))
                    .as("rank %d: %s for %s", i, guess, expected)
                    .isLessThan(TOLERANCE);
            double nearest = Math.max(0, guess.score() - last);
            for (JsonElement other : expected) {
                if (other.getAsJsonArray().get(0).getAsString().equals(guess.label())) {
                    nearest = Math.abs(score(other) - guess.score());
                }
            }
            assertThat(nearest).as("%s among %s", guess, expected).isLessThan(TOLERANCE);
        }
    }

    private static double score(JsonElement answer) {
        return answer.getAsJsonArray().get(1).getAsDouble();
    }

    private static ImageClassifier load(Path model) {
        return ImageClassifier.load(ImageClassifierSettings.fromEnvironment(Map.of())
                .withModel(model.toString())
                .withPrecision(Precision.FP32));
    }
}
