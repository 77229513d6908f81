package whatis.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.ArrangementSource;
import whatis.classification.engine.Precision;
import whatis.classification.network.TinyCheckpoint;
import whatis.image.ImageRejectedException;
import whatis.image.SharedFiles;
import whatis.image.UnreadableImageException;
import whatis.image.UnsupportedImageFormatException;

class ImageClassifierTests {

    /** Scores this close may change places. */
    private static final double TIE = 0.0005;

    private static final String VIT_TINY = "models/vit-tiny-patch16-224";
    private static final String DEIT_TINY = "models/deit-tiny-patch16-224";

    @TempDir
    Path folder;

    @Test
    void top5WhenInFp32IsThatOfPython() throws IOException {
        JsonObject expected = JsonParser.parseString(
                        Files.readString(SharedFiles.path("fixtures/predictions-vit-tiny-patch16-224.json")))
                .getAsJsonObject()
                .getAsJsonObject("images");
        assertThat(expected.size()).isGreaterThan(100);
        try (ImageClassifier classifier = load(SharedFiles.path(VIT_TINY), Precision.FP32)) {
            for (String image : expected.keySet()) {
                List<Prediction> guesses = classifier.classify(Files.readAllBytes(SharedFiles.path(image)), 5);
                assertThat(guesses).as(image).hasSize(5);
                assertSame(image, guesses, expected.getAsJsonArray(image));
            }
        }
    }

    private static void assertSame(String image, List<Prediction> guesses, JsonArray expected) {
        for (int i = 0; i < guesses.size(); i++) {
            Prediction guess = guesses.get(i);
            String label = expected.get(i).getAsJsonArray().get(0).getAsString();
            double score = expected.get(i).getAsJsonArray().get(1).getAsDouble();
            assertThat(guess.score()).as(image).isCloseTo(score, within(0.001));
            assertThat(guess.label().equals(label) || isTied(guess, expected, score))
                    .as("%s: %s where Python says %s", image, guess, label)
                    .isTrue();
        }
    }

    /** Tells whether Python has the label, too, with nearly the score of this rank, or might have it beyond the fifth. */
    private static boolean isTied(Prediction guess, JsonArray expected, double score) {
        for (var other : expected) {
            if (other.getAsJsonArray().get(0).getAsString().equals(guess.label())) {
                return Math.abs(other.getAsJsonArray().get(1).getAsDouble() - score) < TIE;
            }
        }
        return Math.abs(guess.score() - score) < TIE;
    }

    @Test
    void deitTinyWhenLoadedKnowsWhatPhotographsShow() throws IOException {
        int right = 0;
        List<Path> images = photographs("images/imagenet-sample");
        try (ImageClassifier classifier = load(SharedFiles.path(DEIT_TINY), Precision.FP32)) {
            for (Path image : images) {
                String label =
                        classifier.classify(Files.readAllBytes(image), 1).get(0).label();
                String name = image.getFileName().toString().replaceAll("^n\\d+_|\\.JPEG$", "");
                right += label.split(",")[0].equals(name.replace('_', ' ')) ? 1 : 0;
            }
        }
        // 77.9% of 1,000 photographs in Python; these are fewer.
        assertThat((double) right / images.size()).isGreaterThan(0.7);
    }

    @Test
    void imageWhenItIsBadIsRefusedAndTheNextAnswered() throws IOException {
        byte[] good = picture("jpg");
        byte[] cut = Arrays.copyOf(good, good.length / 2);
        try (ImageClassifier classifier = load(tiny("vit"), Precision.FP32)) {
            List<Prediction> before = classifier.classify(good, 3);
            assertThatThrownBy(() -> classifier.classify(new byte[0], 1))
                    .isInstanceOf(UnsupportedImageFormatException.class);
            assertThatThrownBy(() -> classifier.classify("text".getBytes(), 1))
                    .isInstanceOf(ImageRejectedException.class);
            assertThatThrownBy(() -> classifier.classify(cut, 1)).isInstanceOf(UnreadableImageException.class);
            assertThat(classifier.classify(good, 3)).isEqualTo(before);
        }
    }

    @Test
    void predictionsWhenAskedForAreSortedAndAtMostAllLabels() throws IOException {
        byte[] image = picture("png");
        try (ImageClassifier classifier = load(tiny("deit"), Precision.FP32)) {
            List<Prediction> all = classifier.classify(image, 1000);
            assertThat(all).hasSize(7).isSortedAccordingTo(Comparator.comparingDouble(p -> -p.score()));
            assertThat(all.stream().mapToDouble(Prediction::score).sum()).isCloseTo(1, within(1e-9));
            assertThat(classifier.classify(image, 2)).isEqualTo(all.subList(0, 2));
            assertThatThrownBy(() -> classifier.classify(image, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void checkpointWhenDamagedIsRefused() throws IOException {
        Path model = tiny("vit");
        Path weights = model.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> load(model, Precision.FP32)).isInstanceOf(CheckpointException.class);
    }

    @Test
    void modelWhenFromAFolderIsDescribed() throws IOException {
        Path model = tiny("vit");
        try (ImageClassifier classifier = load(model, Precision.FP32)) {
            ModelDescription description = classifier.model();
            assertThat(description)
                    .isEqualTo(new ModelDescription(
                            model.toString(),
                            "",
                            Precision.FP32,
                            Arrangement.parse("flash"),
                            ArrangementSource.RULE,
                            description.fused(),
                            false));
        }
    }

    private Path tiny(String modelType) throws IOException {
        TinyCheckpoint.of(modelType).write(folder);
        return folder;
    }

    private static ImageClassifier load(Path model, Precision precision) {
        return ImageClassifier.load(ImageClassifierSettings.fromEnvironment(Map.of())
                .withModel(model.toString())
                .withPrecision(precision));
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, x * y);
            }
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        ImageIO.write(image, format, encoded);
        return encoded.toByteArray();
    }

    private static List<Path> photographs(String folder) throws IOException {
        try (Stream<Path> files = Files.list(SharedFiles.path(folder))) {
            return files.filter(file -> file.toString().matches("(?i).*\\.(jpe?g|bmp)"))
                    .sorted()
                    .toList();
        }
    }
}
