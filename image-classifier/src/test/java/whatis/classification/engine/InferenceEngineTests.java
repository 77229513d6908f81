package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.network.Network;
import whatis.classification.network.TinyCheckpoint;
import whatis.classification.timing.Deadline;
import whatis.classification.timing.DeadlineExceededException;

class InferenceEngineTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final TinyCheckpoint TINY = TinyCheckpoint.of("vit");

    @TempDir
    Path folder;

    @Test
    void logitsWhenAskedForByManyThreadsAreThoseOfEachImage() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (InferenceEngine engine = load()) {
            List<float[]> alone = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                alone.add(engine.infer(pixels(i), Deadline.in(LONG)).logits());
            }
            List<Future<float[]>> together = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int image = i % 20;
                together.add(callers.submit(
                        () -> engine.infer(pixels(image), Deadline.in(LONG)).logits()));
            }
            for (int i = 0; i < 200; i++) {
                assertClose(together.get(i).get(), alone.get(i % 20));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x1x1", "1x2x8", "3x1x2"})
    void logitsHoweverTheWorkIsSpreadAreTheSame(String setting) throws Exception {
        Concurrency concurrency = Concurrency.of(setting);
        float[] expected;
        try (InferenceEngine engine = load()) {
            expected = engine.infer(pixels(3), Deadline.in(LONG)).logits();
        }
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (InferenceEngine engine = load(concurrency)) {
            List<Future<Inference>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(callers.submit(() -> engine.infer(pixels(3), Deadline.in(LONG))));
            }
            for (Future<Inference> answer : answers) {
                assertClose(answer.get().logits(), expected);
                assertThat(answer.get().batch()).isBetween(1, concurrency.batch());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void imagesWhenSomeCallersGiveUpAreStillAnswered() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try (InferenceEngine engine = load(new Concurrency(1, 1, 4))) {
            float[] expected = engine.infer(pixels(5), Deadline.in(LONG)).logits();
            List<Future<float[]>> patient = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                callers.submit(() -> engine.infer(pixels(1), Deadline.in(Duration.ofNanos(1))));
                patient.add(callers.submit(
                        () -> engine.infer(pixels(5), Deadline.in(LONG)).logits()));
                callers.submit(() -> engine.infer(pixels(2), Deadline.in(LONG))).cancel(true);
            }
            for (Future<float[]> logits : patient) {
                assertClose(logits.get(), expected);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void imageWhenItsDeadlineHasPassedIsRefusedWithAllTheTimeThatItsCallerGave() throws IOException {
        Deadline passed = new Deadline(Duration.ofMillis(40), System.nanoTime() - LONG.toNanos());
        try (InferenceEngine engine = load()) {
            assertThatThrownBy(() -> engine.infer(pixels(1), passed))
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessage("The image was not classified within 40 ms.");
        }
    }

    @Test
    void timePerImageWhenLoadedIsKnown() throws IOException {
        try (InferenceEngine engine = load()) {
            assertThat(engine.timePerImage()).isPositive();
        }
    }

    @Test
    void engineWhenClosedRefusesWork() throws IOException {
        InferenceEngine engine = load();
        engine.close();
        assertThatCode(engine::close).doesNotThrowAnyException();
        assertThatThrownBy(() -> engine.infer(pixels(0), Deadline.in(LONG)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The image classifier is closed.");
    }

    @Test
    void precisionWhenAskedForIsUsed() throws IOException {
        try (InferenceEngine engine = load()) {
            assertThat(engine.precision()).isEqualTo(Precision.FP32);
        }
    }

    private InferenceEngine load() throws IOException {
        return load(new Concurrency(2, 2, 4));
    }

    private InferenceEngine load(Concurrency concurrency) throws IOException {
        TINY.write(folder);
        try (Network network = Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)))) {
            return InferenceEngine.load(network, Precision.FP32, Optional.empty(), concurrency);
        }
    }

    private static ByteBuffer pixels(int image) {
        int floats = 3 * TINY.input().height() * TINY.input().width();
        ByteBuffer pixels = ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
        while (pixels.hasRemaining()) {
            pixels.putFloat((float) Math.sin(pixels.position() * (image + 1)));
        }
        return pixels.flip();
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).containsExactly(expected, within(1e-4f));
    }
}
