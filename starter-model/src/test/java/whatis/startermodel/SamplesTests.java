package whatis.startermodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.Prediction;
import whatis.classification.engine.Precision;
import whatis.image.SharedFiles;

/** What the starter model says of the samples and, where they are, of photographs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesTests {

    private ImageClassifier classifier;

    @BeforeAll
    void takeTheFallbackOfAHubThatIsDown(@TempDir Path cache) {
        classifier = load(cache, Precision.FP32);
        assertThat(classifier.model().fallback()).isTrue();
    }

    private static ImageClassifier load(Path cache, Precision precision) {
        URI closedPort = URI.create("http://127.0.0.1:1");
        return ImageClassifier.load(ImageClassifierSettings.fromEnvironment(Map.of(
                        "WHATIS_MODEL_FALLBACK", "starter",
                        "HF_ENDPOINT", closedPort.toString(),
                        "HF_HOME", cache.toString()))
                .withPrecision(precision));
    }

    @AfterAll
    void close() {
        classifier.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"traffic light", "crossword puzzle", "digital clock"})
    void sampleWhenItIsClearIsRecognised(String thing) throws IOException {
        Prediction best = classifier.classify(sample(thing), 1).get(0);
        assertThat(best.label().split(",")[0]).isEqualTo(thing);
        assertThat(best.score()).isGreaterThan(0.97);
    }

    @Test
    void wallClockWhenClassifiedIsTornBetweenTwoLabels() throws IOException {
        List<Prediction> guesses = classifier.classify(sample("wall clock"), 2);
        assertThat(guesses).extracting(Prediction::label).containsExactlyInAnyOrder("wall clock", "analog clock");
        assertThat(guesses.get(0).score()).isLessThan(0.8);
    }

    @ParameterizedTest
    @EnumSource(names = {"FP32", "BF16"})
    void answersWhenTheSamplesAreClearDoNotDependOnThePrecision(Precision precision, @TempDir Path cache)
            throws IOException {
        try (ImageClassifier other = load(cache, precision)) {
            for (String thing : List.of("traffic light", "crossword puzzle", "digital clock", "wall clock")) {
                Prediction expected = classifier.classify(sample(thing), 1).get(0);
                Prediction actual = other.classify(sample(thing), 1).get(0);
                assertThat(actual.label()).isEqualTo(expected.label());
                assertThat(actual.score()).isCloseTo(expected.score(), within(0.03));
            }
        }
    }

    @Test
    void scoresWhenWeightsAreHalvesAreNearlyThoseOfTheWholeModel() throws IOException {
        JsonObject expected = JsonParser.parseString(
                        Files.readString(SharedFiles.path("fixtures/predictions-vit-tiny-patch16-224.json")))
                .getAsJsonObject()
                .getAsJsonObject("images");
        for (String image : expected.keySet()) {
            JsonArray best = expected.getAsJsonArray(image).get(0).getAsJsonArray();
            Map<String, Double> scores = classifier.classify(Files.readAllBytes(SharedFiles.path(image)), 5).stream()
                    .collect(Collectors.toMap(Prediction::label, Prediction::score, Math::max));
            assertThat(scores.get(best.get(0).getAsString()))
                    .as(image)
                    .isCloseTo(best.get(1).getAsDouble(), within(0.005));
        }
    }

    private static byte[] sample(String thing) throws IOException {
        return Files.readAllBytes(Path.of("samples", thing.replace(' ', '-') + ".png"));
    }
}
