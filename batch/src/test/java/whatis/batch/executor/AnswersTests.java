package whatis.batch.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.batch.input.ImageSource;
import whatis.batch.input.SourceImage;
import whatis.batch.output.AnswerRow;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.network.TinyCheckpoint;

class AnswersTests {

    private static final int PLACES = 3;

    @TempDir
    private Path checkpoint = Path.of("");

    /** As many images as there are places; then the thread that asks for them is interrupted, if it is to be. */
    private static ImageSource images(SourceImage image, boolean interrupted) {
        Queue<SourceImage> images = new ArrayDeque<>(Collections.nCopies(PLACES, image));
        return new ImageSource() {
            @Override
            public @Nullable SourceImage next() {
                if (interrupted && images.isEmpty()) {
                    Thread.currentThread().interrupt();
                }
                return images.poll();
            }

            @Override
            public void close() {}
        };
    }

    private static byte[] stuck() throws IOException {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new InterruptedIOException();
    }

    @Test
    void closeWhenImagesWaitForTheirTurnExpectTheirPlacesForOthers() throws Exception {
        TinyCheckpoint.of("vit").write(checkpoint);
        ImageClassifierSettings settings =
                ImageClassifierSettings.fromEnvironment(System.getenv()).withModel(checkpoint.toString());
        try (ImageClassifier classifier = ImageClassifier.load(settings);
                ClassifierThreads threads = new ClassifierThreads(classifier, 1, new Window(PLACES, 1 << 20))) {
            SourceImage stuck = new SourceImage("stuck", null, 0, AnswersTests::stuck);
            for (int i = 0; i < PLACES; i++) {
                try (Answers answers = threads.answers(images(stuck, true), 1)) {
                    assertThatThrownBy(answers::next).isInstanceOf(InterruptedException.class);
                }
            }
            SourceImage empty = SourceImage.inRow("empty", null, new byte[1]);
            try (Answers answers = threads.answers(images(empty, false), 1)) {
                for (int i = 0; i < PLACES; i++) {
                    assertThat(answers.next()).extracting(AnswerRow::source).isEqualTo("empty");
                }
                assertThat(answers.next()).isNull();
            }
        }
    }
}
