package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.SharedFiles;

class CheckpointTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void checkpointWhenCompleteHasEveryRole(Architecture architecture) throws IOException {
        VisionTransformerConfig config = TinyCheckpoint.smallConfig(architecture);
        new TinyCheckpoint(config, "F32", 1).write(folder);
        try (Checkpoint checkpoint = open()) {
            assertThat(checkpoint.config()).isEqualTo(config);
            assertThat(checkpoint.preprocessing().inputSize().width()).isEqualTo(40);
            assertThat(checkpoint.preprocessing().inputSize().height()).isEqualTo(32);
            requireShapes(checkpoint.patchEmbedding(), 36, 3 * 8 * 8);
            assertThat(checkpoint.prefixTokens().read()).hasSize(architecture.prefixTokens() * 36);
            assertThat(checkpoint.positionEmbeddings().read()).hasSize((20 + architecture.prefixTokens()) * 36);
            for (int i = 0; i < 2; i++) {
                EncoderLayer layer = checkpoint.layer(i);
                assertThat(layer.attentionNorm().weight().read()).hasSize(36);
                requireShapes(layer.query(), 36, 36);
                requireShapes(layer.key(), 36, 36);
                requireShapes(layer.value(), 36, 36);
                requireShapes(layer.attentionOutput(), 36, 36);
                assertThat(layer.mlpNorm().bias().read()).hasSize(36);
                requireShapes(layer.intermediate(), 80, 36);
                requireShapes(layer.output(), 36, 80);
            }
            assertThat(checkpoint.finalNorm().weight().read()).hasSize(36);
            requireShapes(checkpoint.classifier(), 7, 36);
        }
    }

    @Test
    void prefixTokensWhenDistilledStartWithTheClassToken() throws IOException {
        new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.DEIT), "F32", 1).write(folder);
        try (Checkpoint checkpoint = open();
                Safetensors tensors =
                        Safetensors.open("m", Files.newByteChannel(folder.resolve("model.safetensors")))) {
            assertThat(checkpoint.prefixTokens().read())
                    .startsWith(tensors.read("deit.embeddings.cls_token", 1, 1, 36))
                    .endsWith(tensors.read("deit.embeddings.distillation_token", 1, 1, 36));
        }
    }

    @Test
    void biasWhenTheModelHasNoneIsZero() throws IOException {
        VisionTransformerConfig config = new VisionTransformerConfig(
                Architecture.VIT, 12, 1, 2, 20, Activation.RELU, 1e-12, 16, 16, 8, false, List.of("a", "b"));
        new TinyCheckpoint(config, "BF16", 1).write(folder);
        try (Checkpoint checkpoint = open()) {
            assertThat(checkpoint.layer(0).query().bias().read()).hasSize(12).containsOnly(0);
            assertThat(checkpoint.layer(0).attentionOutput().bias().read())
                    .hasSize(12)
                    .doesNotContain(0);
        }
    }

    @Test
    void layerWhenBeyondTheLastIsRefused() throws IOException {
        new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.VIT), "F16", 1).write(folder);
        try (Checkpoint checkpoint = open()) {
            assertThatThrownBy(() -> checkpoint.layer(2)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "preprocessor_config.json", "model.safetensors"})
    void fileWhenMissingIsNamed(String file) throws IOException {
        new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.VIT), "F32", 1).write(folder);
        Files.delete(folder.resolve(file));
        assertThatThrownBy(this::open)
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("%s of %s is missing", file, folder);
    }

    @Test
    void configWhenItIsHugeIsRefused() throws IOException {
        Files.writeString(folder.resolve("config.json"), " ".repeat((16 << 20) + 1));
        assertThatThrownBy(this::open)
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json of %s has 16777217 bytes, more than the 16777216 that are read", folder);
    }

    @Test
    void sizesWhenTheTwoConfigurationsDisagreeAreRefused() throws IOException {
        new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.VIT), "F32", 1).write(folder);
        Files.writeString(folder.resolve("preprocessor_config.json"), "{}");
        assertThatThrownBy(this::open)
                .isInstanceOf(CheckpointException.class)
                .hasMessage(
                        "preprocessor_config.json of %s: size is 224 x 224, but config.json has image_size 32 x 40; they must be equal",
                        folder);
    }

    @Test
    void weightsWhenOfAnotherShapeThanTheConfigurationAreRefused() throws IOException {
        new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.VIT), "F32", 1).write(folder);
        Path config = folder.resolve("config.json");
        Files.writeString(
                config, Files.readString(config).replace("\"intermediate_size\":80", "\"intermediate_size\":81"));
        try (Checkpoint checkpoint = open()) {
            EncoderLayer layer = checkpoint.layer(1);
            assertThatThrownBy(layer.output().weight()::read)
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage(
                            "model.safetensors of %s: tensor vit.encoder.layer.1.output.dense.weight has shape [36, 80], but config.json asks for [36, 81]",
                            folder);
        }
    }

    @Test
    void weightsWhenOfAnotherArchitectureAreMissed() throws IOException {
        new TinyCheckpoint(TinyCheckpoint.smallConfig(Architecture.VIT), "F32", 1).write(folder);
        Files.writeString(
                folder.resolve("config.json"),
                Files.readString(folder.resolve("config.json"))
                        .replace("vit", "deit")
                        .replace("ViT", "DeiT"));
        try (Checkpoint checkpoint = open()) {
            assertThatThrownBy(checkpoint.finalNorm().weight()::read)
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("tensor deit.layernorm.weight is missing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vit-tiny-patch16-224", "deit-tiny-patch16-224"})
    void checkpointWhenRealIsRead(String name) throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(CheckpointFiles.inFolder(SharedFiles.path("models/" + name)))) {
            assertThat(checkpoint.config().labels()).hasSize(1000).startsWith("tench, Tinca tinca");
            assertThat(checkpoint.config().tokens()).isEqualTo(197);
            requireShapes(checkpoint.patchEmbedding(), 192, 768);
            requireShapes(checkpoint.layer(11).intermediate(), 768, 192);
            requireShapes(checkpoint.classifier(), 1000, 192);
        }
    }

    private Checkpoint open() throws IOException {
        return Checkpoint.open(CheckpointFiles.inFolder(folder));
    }

    private static void requireShapes(Linear layer, int outputs, int inputs) {
        assertThat(layer.weight().read()).hasSize(outputs * inputs);
        assertThat(layer.bias().read()).hasSize(outputs);
    }
}
