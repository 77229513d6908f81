package whatis.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.engine.InferenceEngine;
import whatis.classification.engine.Int8Cpu;
import whatis.classification.engine.Observer;
import whatis.classification.engine.Precision;
import whatis.classification.model.Calibrations;
import whatis.classification.model.ModelFallback;
import whatis.classification.model.ModelResolver;
import whatis.classification.model.ResolvedModel;
import whatis.classification.network.Calibration;
import whatis.classification.network.CalibrationException;
import whatis.classification.network.Network;
import whatis.classification.network.TinyCheckpoint;
import whatis.hub.LogProgress;

class Int8ClassifierTests {

    @TempDir
    Path folder;

    private ImageClassifierSettings settings;
    private Calibrations calibrations;

    @BeforeEach
    void prepare() throws IOException {
        Int8Cpu.assumeHere();
        settings = ImageClassifierSettings.fromEnvironment(
                        Map.of("HF_HOME", folder.resolve("home").toString()))
                .withModel(model().toString())
                .withPrecision(Precision.INT8);
        calibrations = Calibrations.beside(settings.hub());
        TinyCheckpoint.of("vit").write(model());
    }

    private Path model() {
        return folder.resolve("model");
    }

    @Test
    void checkpointWhenNotCalibratedIsRefusedWithTheCommandToRun() {
        assertThatThrownBy(() -> ImageClassifier.load(settings))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("./whatis calibrate --model %s --images DIR", model());
    }

    @Test
    void checkpointWhenCalibratedRunsInInt8() throws IOException {
        calibrations.save(calibrate(false));
        try (ImageClassifier classifier = ImageClassifier.load(settings)) {
            assertThat(classifier.model().precision()).hasToString("int8");
        }
    }

    @Test
    void checkpointWhenCalibratedOnNoiseSaysSo() throws IOException {
        calibrations.save(calibrate(true));
        try (ImageClassifier classifier = ImageClassifier.load(settings)) {
            assertThat(classifier.model().precision()).hasToString("int8-synthetic");
        }
    }

    @Test
    void syntheticWhenNamedNeedsNoCalibration() {
        try (ImageClassifier classifier =
                ImageClassifier.load(settings.withPrecision(Precision.parse("int8-synthetic")))) {
            assertThat(classifier.model().precision()).isEqualTo(Precision.INT8_SYNTHETIC);
            assertThat(classifier.model().fused()).isTrue();
        }
    }

    @Test
    void calibrationWhenOfOtherWeightsIsNotFound() throws IOException {
        calibrations.save(calibrate(false));
        TinyCheckpoint.of("vit").withSeed(2).write(model());
        assertThatThrownBy(() -> ImageClassifier.load(settings))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("not calibrated");
    }

    @Test
    void calibrationWhenUnderTheNameOfAnotherCheckpointIsRefused() throws IOException {
        Path other = calibrations.save(calibrate(false));
        TinyCheckpoint.of("vit").withSeed(2).write(model());
        Files.move(other, calibrations.save(calibrate(false)), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> ImageClassifier.load(settings))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("another checkpoint");
    }

    private Calibration calibrate(boolean synthetic) throws IOException {
        String digest = new ModelResolver(settings.hub(), new LogProgress())
                .read(settings.model(), ModelFallback.NONE, Int8ClassifierTests::digest);
        try (Network network = Network.open(Checkpoint.open(CheckpointFiles.inFolder(model())));
                Observer observer = Observer.load(network)) {
            observer.observe(noise(network.shape(1)));
            assertThat(observer.calibration(digest, synthetic).libtorch()).isEqualTo(InferenceEngine.libTorchVersion());
            return observer.calibration(digest, synthetic);
        }
    }

    private static String digest(ResolvedModel model) {
        try {
            return model.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer noise(long[] shape) {
        ByteBuffer noise = ByteBuffer.allocateDirect((int) (shape[1] * shape[2] * shape[3]) * Float.BYTES)
                .order(ByteOrder.nativeOrder());
        Random random = new Random(7);
        while (noise.hasRemaining()) {
            noise.putFloat(random.nextFloat() * 2 - 1);
        }
        return noise.flip();
    }
}
