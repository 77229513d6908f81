package whatis.classification.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whatis.classification.hub.SampleModel.assertWhole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelResolverTests {

    @TempDir
    Path folder;

    private StandInHub hub;

    @BeforeEach
    void startHub() throws IOException {
        hub = SampleModel.publishedHub();
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    @Test
    void resolveWhenNoModelIsNamedTakesTheDefault() throws IOException {
        assertWhole(resolve(null, ModelFallback.NONE));
        assertThat(resolve(" ", ModelFallback.STARTER).name()).isEqualTo("google/vit-base-patch16-224");
    }

    @Test
    void resolveWhenAFolderIsNamedTakesIt() throws IOException {
        Path model = writeModel(folder.resolve("my-model"));

        ResolvedModel resolved = resolve(model.toString(), ModelFallback.NONE);

        assertWhole(resolved);
        assertThat(resolved.name()).isEqualTo(model.toString());
        assertThat(resolved.revision()).isEmpty();
        assertThat(resolved.fallback()).isFalse();
        assertThat(hub.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"./nowhere", "/nowhere/at/all", "~/nowhere-at-all", "nowhere", "a/b/c", "..\\nowhere"})
    void resolveWhenTheFolderDoesNotExistSaysSo(String name) {
        assertThatThrownBy(() -> resolve(name, ModelFallback.STARTER))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll("no folder " + name, "owner/name", "WHATIS_MODEL");
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void resolveWhenTheFolderHasNoConfigSaysSo() throws IOException {
        Path model = writeModel(folder.resolve("my-model"));
        Files.delete(model.resolve("config.json"));

        assertThatThrownBy(() -> resolve(model.toString(), ModelFallback.NONE))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll(model.toString(), "no config.json");
    }

    @Test
    void resolveWhenTheFolderHasPickledWeightsSaysWhatToDo() throws IOException {
        Path model = writeModel(folder.resolve("my-model"));
        Files.move(model.resolve("model.safetensors"), model.resolve("pytorch_model.bin"));

        assertThatThrownBy(() -> resolve(model.toString(), ModelFallback.NONE))
                .hasMessageContainingAll(model.toString(), "no model.safetensors", "save_pretrained");
    }

    @Test
    void resolveWhenTheFolderHasShardsSaysSo() throws IOException {
        Path model = writeModel(folder.resolve("my-model"));
        Files.move(model.resolve("model.safetensors"), model.resolve("model.safetensors.index.json"));

        assertThatThrownBy(() -> resolve(model.toString(), ModelFallback.NONE))
                .hasMessageContaining("split into several files");
    }

    @Test
    void resolveWhenTheHubIsDownAndTheFallbackIsStarterTakesItAndWarns() throws IOException {
        hub.addHubFault(Faults.status(503));
        writeModel(folder.resolve("resources/whatis/startermodel"));
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream stderr = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        ResolvedModel model;
        try {
            model = resolve(null, ModelFallback.STARTER);
        } finally {
            System.setErr(stderr);
        }

        assertWhole(model);
        assertThat(model.name()).isEqualTo("starter-model");
        assertThat(model.fallback()).isTrue();
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("WARN", "\n*****", "* STARTER MODEL", "503", "WHATIS_MODEL_FALLBACK=none");
    }

    @Test
    void resolveWhenTheStarterModelIsNotThereNamesTheArtefact() {
        hub.addHubFault(Faults.status(503));

        assertThatThrownBy(() -> resolve(null, ModelFallback.STARTER))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll("503", "whatis:starter-model");
    }

    @Test
    void resolveWhenTheHubIsDownAndThereIsNoFallbackFails() throws IOException {
        hub.addHubFault(Faults.status(503));
        writeModel(folder.resolve("resources/whatis/startermodel"));

        assertThatThrownBy(() -> resolve(null, ModelFallback.NONE)).isInstanceOf(ModelUnavailableException.class);
    }

    @Test
    void resolveWhenTheHubRefusesTheDefaultDoesNotFallBack() throws IOException {
        hub.addHubFault(Faults.status(403, "X-Error-Code", "GatedRepo"));
        writeModel(folder.resolve("resources/whatis/startermodel"));

        assertThatThrownBy(() -> resolve(null, ModelFallback.STARTER)).hasMessageContaining("gated");
    }

    @Test
    void resolveWhenANamedModelIsOutOfReachIsNeverReplaced() throws IOException {
        hub.addHubFault(Faults.status(503));
        writeModel(folder.resolve("resources/whatis/startermodel"));

        assertThatThrownBy(() -> resolve(ModelResolver.DEFAULT_MODEL, ModelFallback.STARTER))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("503");
    }

    private ResolvedModel resolve(@Nullable String model, ModelFallback fallback) throws IOException {
        URL resources =
                Files.createDirectories(folder.resolve("resources")).toUri().toURL();
        URLClassLoader loader = new URLClassLoader(new URL[] {resources}, null);
        HubSettings settings = SampleModel.settings(hub, folder.resolve("cache"));
        return new ModelResolver(settings, new TerminalProgress(), loader).resolve(model, fallback);
    }

    private static Path writeModel(Path target) throws IOException {
        Files.createDirectories(target);
        for (Map.Entry<String, byte[]> file : SampleModel.files().entrySet()) {
            Files.write(target.resolve(file.getKey()), file.getValue());
        }
        return target;
    }
}
