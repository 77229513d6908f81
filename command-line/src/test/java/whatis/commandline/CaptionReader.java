package whatis.commandline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import whatis.classification.Classification;
import whatis.classification.ImageClassifier;
import whatis.classification.ModelDescription;
import whatis.classification.Prediction;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.ArrangementSource;
import whatis.classification.engine.Precision;

/** A classifier that reads what is written on the image: after the signature, {@code label=score; label=score}. */
class CaptionReader implements ImageClassifier {

    private static final String SIGNATURE = "GIF89a";

    boolean closed;

    static Path write(Path file, String caption) {
        try {
            return Files.writeString(file, SIGNATURE + caption);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Prediction> classify(byte[] image, int top) {
        String caption = new String(image, UTF_8).substring(SIGNATURE.length());
        return Arrays.stream(caption.split("; "))
                .limit(top)
                .map(guess -> guess.split("="))
                .map(guess -> new Prediction(guess[0], Double.parseDouble(guess[1])))
                .toList();
    }

    @Override
    public Classification classify(byte[] image) {
        List<Prediction> predictions = classify(image, Integer.MAX_VALUE);
        return new Classification(predictions, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
    }

    @Override
    public List<String> labels() {
        return List.of();
    }

    @Override
    public Duration timePerImage() {
        return Duration.ZERO;
    }

    @Override
    public int waiting() {
        return 0;
    }

    @Override
    public ModelDescription model() {
        return new ModelDescription(
                "captions", "", Precision.FP32, Arrangement.parse("flash"), ArrangementSource.RULE, false, false);
    }

    @Override
    public void close() {
        closed = true;
    }
}
