package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.network.Attention;
import whatis.classification.network.Network;
import whatis.classification.network.PlainLowering;
import whatis.classification.network.TinyCheckpoint;
import whatis.classification.torchscript.StorageType;
import whatis.image.SharedFiles;

class CheckpointTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "model.safetensors"})
    void fileWhenMissingIsNamed(String file) throws IOException {
        TinyCheckpoint.of("vit").write(folder);
        Files.delete(folder.resolve(file));
        assertThatThrownBy(this::build)
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("%s of %s is missing", file, folder);
    }

    @Test
    void configWhenItIsHugeIsRefused() throws IOException {
        Files.writeString(folder.resolve("config.json"), " ".repeat((16 << 20) + 1));
        assertThatThrownBy(this::build)
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json of %s has 16777217 bytes, more than the 16777216 that are read", folder);
    }

    @Test
    void sizesWhenTheTwoConfigurationsDisagreeAreRefused() throws IOException {
        TinyCheckpoint.of("vit").write(folder);
        Files.writeString(folder.resolve("preprocessor_config.json"), "{\"size\": 224}");
        assertThatThrownBy(this::build)
                .isInstanceOf(CheckpointException.class)
                .hasMessage(
                        "config.json of %s: image_size is 32 x 40, but the image processor makes pictures of 224 x 224; they must be equal",
                        folder);
    }

    @Test
    void weightsWhenOfAnotherShapeThanTheConfigurationAreRefused() throws IOException {
        TinyCheckpoint.of("vit").write(folder);
        Path config = folder.resolve("config.json");
        Files.writeString(
                config, Files.readString(config).replace("\"intermediate_size\":80", "\"intermediate_size\":81"));
        assertThatThrownBy(this::build)
                .isInstanceOf(CheckpointException.class)
                .hasMessage(
                        "model.safetensors of %s: tensor vit.encoder.layer.0.intermediate.dense.weight has shape [80, 36], but config.json asks for [81, 36]",
                        folder);
    }

    @Test
    void weightsWhenOfAnotherArchitectureAreMissed() throws IOException {
        TinyCheckpoint.of("vit").write(folder);
        Path config = folder.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("vit", "deit"));
        assertThatThrownBy(this::build)
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("tensor deit.embeddings.")
                .hasMessageContaining("is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vit-tiny-patch16-224", "deit-tiny-patch16-224"})
    void checkpointWhenRealIsRead(String name) throws IOException {
        Path real = SharedFiles.path("models/" + name);
        try (Network network = Network.open(Checkpoint.open(CheckpointFiles.inFolder(real)))) {
            assertThat(network.head().labels()).hasSize(1000).startsWith("tench, Tinca tinca");
            assertThat(network.shape(2)).containsExactly(2, 3, 224, 224);
            assertThat(network.traits(StorageType.BFLOAT16).bytes()).isBetween(11_000_000L, 13_000_000L);
        }
    }

    private void build() throws IOException {
        try (Network network = Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)))) {
            network.archive(StorageType.FLOAT, new PlainLowering(Attention.FLASH));
        }
    }
}
