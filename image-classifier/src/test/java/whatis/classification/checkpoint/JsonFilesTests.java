package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFilesTests {

    @TempDir
    Path folder;

    @Test
    void configWhenThereIsRead() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"vit\"}");
        assertThat(JsonFiles.config(files()).string("model_type")).hasValue("vit");
    }

    @Test
    void configWhenMissingIsNamed() {
        assertThatThrownBy(() -> JsonFiles.config(files()))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json of m is missing; choose a checkpoint in the Hugging Face layout");
    }

    @Test
    void configWhenAFolderIsMissing() throws IOException {
        Files.createDirectory(folder.resolve("config.json"));
        assertThatThrownBy(() -> JsonFiles.config(files()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json of m is missing");
    }

    @Test
    void configWhenOnlyAnAdapterHasOneIsMissingWithTheWayOut() throws IOException {
        Files.writeString(folder.resolve("adapter_config.json"), "{}");
        assertThatThrownBy(() -> JsonFiles.config(files()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json of m is missing; adapter_config.json, which is there")
                .hasMessageContaining("merge_and_unload");
    }

    @Test
    void fileWhenItIsHugeIsRefused() throws IOException {
        Files.writeString(folder.resolve("config.json"), " ".repeat((16 << 20) + 1));
        assertThatThrownBy(() -> JsonFiles.config(files()))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json of m has 16777217 bytes, more than the 16777216 that are read");
    }

    @Test
    void fileWhenMissingIsEmpty() throws IOException {
        assertThat(JsonFiles.read(files(), "processor_config.json")).isEmpty();
    }

    private CheckpointFiles files() {
        return CheckpointFiles.inFolder(folder, "m");
    }
}
