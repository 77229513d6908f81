package whatis.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.engine.ArrangementSetting;
import whatis.classification.engine.ArrangementSource;
import whatis.classification.engine.InferenceEngine;
import whatis.classification.engine.Precision;
import whatis.classification.engine.Processor;
import whatis.classification.network.Network;
import whatis.classification.network.TinyCheckpoint;
import whatis.classification.tuning.TuningReport;
import whatis.hub.LogProgress;

class ArrangementTuningTests {

    @TempDir
    Path folder;

    private ImageClassifierSettings settings;

    @BeforeEach
    void prepare() throws IOException {
        settings = ImageClassifierSettings.fromEnvironment(
                        Map.of("HF_HOME", folder.resolve("home").toString()))
                .withModel(folder.resolve("model").toString())
                .withPrecision(Precision.FP32);
        TinyCheckpoint.of("vit").write(folder.resolve("model"));
    }

    @Test
    void startWhenNothingIsKeptFollowsTheRule() {
        assertArranged(settings, "flash", ArrangementSource.RULE);
    }

    @Test
    void startWhenAChoiceIsKeptFollowsIt() throws IOException {
        keep("products+plain");
        assertArranged(settings, "products+plain", ArrangementSource.TUNED);
        assertArranged(settings, "products+plain", ArrangementSource.TUNED);
        assertArranged(settings.withPrecision(Precision.BF16), null, ArrangementSource.RULE);
    }

    @Test
    void startWhenTheRuleOrAnArrangementIsAskedForFollowsThat() throws IOException {
        keep("products+plain");
        assertArranged(settings.withArrangement(ArrangementSetting.RULE), "flash", ArrangementSource.RULE);
        assertArranged(
                settings.withArrangement(ArrangementSetting.of("products")), "products", ArrangementSource.PINNED);
    }

    @Test
    void startWhenOtherWeightsHaveTheSameShapeFollowsTheChoice() throws IOException {
        keep("products");
        TinyCheckpoint.of("vit").withSeed(5).withType("F16").write(folder.resolve("model"));
        assertArranged(settings, "products", ArrangementSource.TUNED);
    }

    @Test
    void startWhenTheNetworkDiffersFollowsTheRule() throws IOException {
        keep("products");
        TinyCheckpoint.of("vit").with("num_hidden_layers", "3").write(folder.resolve("model"));
        assertArranged(settings, "flash", ArrangementSource.RULE);
        TinyCheckpoint.of("vit").with("hidden_act", "\"relu\"").write(folder.resolve("model"));
        assertArranged(settings, "flash", ArrangementSource.RULE);
    }

    @Test
    void startWhenTheChoiceIsAnotherMachinesFollowsTheRule() throws IOException {
        Path file = keep("products");
        String here = Processor.here().name();
        Files.writeString(file, Files.readString(file).replace(here, "another CPU"));
        assertArranged(settings, "flash", ArrangementSource.RULE);
    }

    @Test
    void tuningWhenRunKeepsWhatItFound() throws IOException {
        TuningReport report = new ArrangementTuning(settings, 10).run(new LogProgress(), round -> {});
        assertThat(report.byRule()).hasToString("flash");
        assertThat(report.candidates()).isNotEmpty();
        if (report.kept() == null) {
            assertThat(report.undecided()).isNotEmpty();
            assertArranged(settings, "flash", ArrangementSource.RULE);
        } else {
            assertThat(report.kept()).exists();
            assertArranged(settings, report.choice().toString(), ArrangementSource.TUNED);
        }
    }

    @Test
    void tuningWhenRoundsAreFewIsRefused() {
        assertThatThrownBy(() -> new ArrangementTuning(settings, 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 10 rounds");
    }

    private void assertArranged(ImageClassifierSettings asked, @Nullable String arrangement, ArrangementSource source) {
        try (ImageClassifier classifier = ImageClassifier.load(asked)) {
            assertThat(classifier.model().arrangedBy()).isEqualTo(source);
            if (arrangement != null) {
                assertThat(classifier.model().arrangement()).hasToString(arrangement);
            }
        }
    }

    /** Keeps an arrangement as the file says that a tuning writes. */
    private Path keep(String arrangement) throws IOException {
        String network;
        try (Network opened = Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder.resolve("model"))))) {
            network = opened.digest();
        }
        String libtorch = InferenceEngine.libTorchVersion();
        Processor here = Processor.here();
        Path file = folder.resolve("home/whatis/tunings/%s-%s-fp32.json".formatted(network, libtorch));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, """
                {"format": 1, "network": "%s", "libtorch": "%s", "precision": "fp32", "processor": "%s", "cores": %d,
                 "arrangement": "%s"}
                """.formatted(network, libtorch, here.name(), here.cores(), arrangement));
    }
}
