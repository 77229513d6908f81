package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.checkpoint.Architecture;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.checkpoint.TinyCheckpoint;
import whatis.classification.checkpoint.VisionTransformerConfig;

class InferenceEngineTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final VisionTransformerConfig CONFIG = TinyCheckpoint.smallConfig(Architecture.VIT);

    @TempDir
    Path folder;

    @Test
    void logitsWhenAskedForByManyThreadsAreThoseOfEachImage() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (InferenceEngine engine = load()) {
            List<float[]> alone = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                alone.add(engine.infer(pixels(i), LONG).logits());
            }
            List<Future<float[]>> together = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int image = i % 20;
                together.add(
                        callers.submit(() -> engine.infer(pixels(image), LONG).logits()));
            }
            for (int i = 0; i < 200; i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % 20));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void engineWhenClosedRefusesWork() throws IOException {
        InferenceEngine engine = load();
        engine.close();
        assertThatCode(engine::close).doesNotThrowAnyException();
        assertThatThrownBy(() -> engine.infer(pixels(0), LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The image classifier is closed.");
    }

    @Test
    void precisionWhenAskedForIsUsed() throws IOException {
        try (InferenceEngine engine = load()) {
            assertThat(engine.precision()).isEqualTo(Precision.FP32);
            assertThat(engine.fused()).isTrue();
        }
    }

    private InferenceEngine load() throws IOException {
        new TinyCheckpoint(CONFIG, "F32", 1).write(folder);
        try (Checkpoint checkpoint = Checkpoint.open(CheckpointFiles.inFolder(folder))) {
            return InferenceEngine.load(checkpoint, Precision.FP32);
        }
    }

    private static ByteBuffer pixels(int image) {
        int floats = 3 * CONFIG.imageHeight() * CONFIG.imageWidth();
        ByteBuffer pixels = ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
        while (pixels.hasRemaining()) {
            pixels.putFloat((float) Math.sin(pixels.position() * (image + 1)));
        }
        return pixels.flip();
    }
}
