package whatis.classification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.network.TinyCheckpoint;
import whatis.hub.Faults;
import whatis.hub.HubSettings;
import whatis.hub.LogProgress;
import whatis.hub.SampleRepository;
import whatis.hub.StandInHub;
import whatis.hub.StandInHub.Request;

class ModelResolverTests {

    private static final String ID = SampleRepository.ID;

    @TempDir
    Path folder;

    private StandInHub hub;
    private Path cache;

    @BeforeEach
    void startHub() throws IOException {
        hub = SampleRepository.publishedHub();
        cache = folder.resolve("cache");
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    @Test
    void readWhenNoModelIsNamedTakesTheDefault() throws IOException {
        SampleReader read = read(null, ModelFallback.NONE);

        read.assertWhole();
        assertThat(read.model().revision()).isEqualTo("3f49326");
        assertThat(read.model().fallback()).isFalse();
        assertThat(read.model().files().origin()).isEqualTo(ID + "@3f49326");
        assertThat(read(" ", ModelFallback.STARTER).model().name()).isEqualTo(ID);
    }

    @Test
    void readWhenAFolderIsNamedTakesIt() throws IOException {
        Path model = writeModel(folder.resolve("my-model"));

        SampleReader read = read(model.toString(), ModelFallback.NONE);

        read.assertWhole();
        assertThat(read.model().name()).isEqualTo(model.toString());
        assertThat(read.model().revision()).isEmpty();
        assertThat(read.model().fallback()).isFalse();
        assertThat(hub.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"./nowhere", "/nowhere/at/all", "~/nowhere-at-all", "nowhere", "a/b/c", "..\\nowhere"})
    void readWhenTheFolderDoesNotExistSaysSo(String name) {
        assertThatThrownBy(() -> read(name, ModelFallback.STARTER))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll("no folder " + name, "owner/name", "WHATIS_MODEL");
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void readWhenTheFolderHasNoConfigSaysSo() throws IOException {
        Path model = writeModel(folder.resolve("my-model"));
        Files.delete(model.resolve("config.json"));

        assertThatThrownBy(() -> read(model.toString(), ModelFallback.NONE))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll(model.toString(), "no config.json");
    }

    @Test
    void readWhenTheFolderHasPickledWeightsSaysWhatToDo() throws IOException {
        Path model = writeModel(folder.resolve("my-model"));
        Files.move(model.resolve("model.safetensors"), model.resolve("pytorch_model.bin"));

        assertThatThrownBy(() -> read(model.toString(), ModelFallback.NONE))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll(model.toString(), "no model.safetensors", "save_pretrained");
    }

    @Test
    void readWhenTheFolderHasNoWeightsLeavesItToTheReaderToSaySo() throws IOException {
        Path model = writeModel(folder.resolve("my-model"));
        Files.delete(model.resolve("model.safetensors"));

        assertThatThrownBy(() -> read(model.toString(), ModelFallback.NONE)).isInstanceOf(CheckpointException.class);
    }

    @Test
    void readWhenAFileCannotBeOpenedNamesIt() throws IOException {
        Path model = writeModel(folder.resolve("my-model"));
        Path weights = model.resolve("model.safetensors");
        Files.delete(weights);
        Files.createSymbolicLink(weights, weights);

        assertThatThrownBy(() -> read(model.toString(), ModelFallback.NONE))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll("model.safetensors of " + model, "can't be read");
    }

    @Test
    void readWhenTheHubIsDownAndTheFallbackIsStarterTakesItAndWarns() throws IOException {
        hub.addHubFault(Faults.status(503));
        writeModel(folder.resolve("resources/whatis/startermodel"));
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream stderr = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        SampleReader read;
        try {
            read = read(null, ModelFallback.STARTER);
        } finally {
            System.setErr(stderr);
        }

        read.assertWhole();
        assertThat(read.model().name()).isEqualTo("starter-model");
        assertThat(read.model().fallback()).isTrue();
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("WARN", "STARTER MODEL", "503", "WHATIS_MODEL_FALLBACK=none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preprocessor_config.json", "model.safetensors"})
    void readWhenTheHubGoesDownHalfWayTakesTheStarterModel(String file) throws IOException {
        writeModel(folder.resolve("resources/whatis/startermodel"));
        hub.addHubFault(Faults.on("/" + file, Faults.status(503)));

        assertThat(read(null, ModelFallback.STARTER).model().name()).isEqualTo("starter-model");
        // Now that config.json is cached, the cache knows the commit.
        assertThat(read(null, ModelFallback.STARTER).model().name()).isEqualTo("starter-model");
        hub.clearFaults();
        assertThat(read(null, ModelFallback.STARTER).model().name()).isEqualTo(ID);
    }

    @Test
    void readWhenTheDownloadBreaksForGoodTakesTheStarterModel() throws IOException {
        writeModel(folder.resolve("resources/whatis/startermodel"));
        hub.addStorageFault(Faults.status(500));

        assertThat(read(null, ModelFallback.STARTER).model().name()).isEqualTo("starter-model");
    }

    @Test
    void readWhenTheStarterModelIsNotThereNamesTheArtefact() {
        hub.addHubFault(Faults.status(503));

        assertThatThrownBy(() -> read(null, ModelFallback.STARTER))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll("503", "whatis:starter-model");
    }

    @Test
    void readWhenTheHubIsDownAndThereIsNoFallbackFails() throws IOException {
        hub.addHubFault(Faults.status(503));
        writeModel(folder.resolve("resources/whatis/startermodel"));

        assertThatThrownBy(() -> read(null, ModelFallback.NONE))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll("503", "WHATIS_MODEL");
    }

    @Test
    void readWhenTheHubRefusesTheDefaultDoesNotFallBack() throws IOException {
        hub.addHubFault(Faults.status(403, "X-Error-Code", "GatedRepo"));
        writeModel(folder.resolve("resources/whatis/startermodel"));

        assertThatThrownBy(() -> read(null, ModelFallback.STARTER)).hasMessageContaining("gated");
    }

    @Test
    void readWhenANamedModelIsOutOfReachIsNeverReplaced() throws IOException {
        hub.addHubFault(Faults.status(503));
        writeModel(folder.resolve("resources/whatis/startermodel"));

        assertThatThrownBy(() -> read(ModelResolver.DEFAULT_MODEL, ModelFallback.STARTER))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("503");
    }

    @Test
    void readWhenTheHubKnowsNoSuchModelSaysThatThereIsNoFolderEither() {
        assertThatThrownBy(() -> read("nobody/nothing", ModelFallback.NONE))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll("no model nobody/nothing", "If a folder was meant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@main"})
    void readWhenNobodyAskedForAnOptionalFileAndTheHubIsDownGoesWithoutIt(String revision) throws IOException {
        SampleRepository.cacheAsPython(cache);
        hub.addHubFault(Faults.status(503));

        read(revision.isEmpty() ? null : ID + revision, ModelFallback.NONE).assertWhole();
        readOffline(revision.isEmpty() ? null : ID + revision).assertWhole();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.safetensors", "preprocessor_config.json", "config.json"})
    void readWhenOfflineAndAFileIsNotCachedSaysSo(String file) throws IOException {
        SampleRepository.cacheAsPython(cache);
        Files.delete(snapshot().resolve(file));

        ModelUnavailableException failure =
                catchThrowableOfType(ModelUnavailableException.class, () -> readOffline(ID + "@main"));

        assertThat(failure).hasMessageContainingAll("is not in the hub's cache", "HF_HUB_OFFLINE", "WHATIS_MODEL");
        assertThat(failure.hubDown()).isTrue();
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void readWhenTheModelIsShardedFetchesWhatTheReaderAsksFor() throws IOException {
        Map<String, byte[]> files = SampleRepository.files();
        files.remove("model.safetensors");
        files.put("model.safetensors.index.json", "one.safetensors two.safetensors".getBytes(StandardCharsets.UTF_8));
        files.put("one.safetensors", new byte[] {1});
        files.put("two.safetensors", new byte[] {2});
        hub.publish(ID, SampleRepository.COMMIT, files);

        assertThat(read(null, ModelFallback.NONE).files()).containsKeys("one.safetensors", "two.safetensors");
        assertThat(readOffline(null).files()).containsKeys("one.safetensors", "two.safetensors");
    }

    @Test
    void readWhenTheHubHasNoConfigNamesTheFile() {
        Map<String, byte[]> files = SampleRepository.files();
        files.remove("config.json");
        hub.publish(ID, SampleRepository.COMMIT, files);

        assertThatThrownBy(() -> read(ID, ModelFallback.NONE))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll("no config.json", "transformers layout");
    }

    @Test
    void readWhenTheHubHasPickledWeightsOnlySaysWhereOthersMayBe() {
        publishPickled();

        assertThatThrownBy(() -> read(ID, ModelFallback.NONE))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll(
                        ID,
                        "no model.safetensors",
                        "can run code",
                        "/discussions",
                        ID + "@refs/pr/N",
                        "save_pretrained");
        assertThat(hub.requests()).extracting(Request::path).noneMatch(path -> path.endsWith(".bin"));
    }

    @Test
    void readWhenTheHubsConverterHasLeftSafetensorsNamesTheRevision() {
        publishPickled();
        hub.addHubFault(Faults.on("/discussions", Faults.bytes("""
                {"discussions": [{"num": 12, "isPullRequest": true, "author": {"name": "SFconvertbot"}}]}""".getBytes(StandardCharsets.UTF_8))));

        assertThatThrownBy(() -> read(ID, ModelFallback.NONE)).hasMessageContaining(ID + "@refs/pr/12");
    }

    @Test
    void readWhenOfflineAndPickledWeightsAreCachedSaysThatTheyAreNotRead() throws IOException {
        SampleRepository.cacheAsPython(cache);
        Files.move(snapshot().resolve("model.safetensors"), snapshot().resolve("pytorch_model.bin"));

        assertThatThrownBy(() -> readOffline(ID))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll("no model.safetensors", "can run code")
                .hasMessageNotContaining("not in the hub's cache");
    }

    @Test
    void readWhenACachedFileIsDamagedDownloadsItAgain() throws IOException {
        SampleRepository.cacheAsPython(cache);
        Files.write(snapshot().resolve("model.safetensors").toRealPath(), new byte[100]);

        read(null, ModelFallback.NONE).assertWhole();
        readOffline(null).assertWhole();
    }

    @Test
    void readWhenACachedFileIsDamagedAndTheHubMayNotBeAskedSaysSo() throws IOException {
        SampleRepository.cacheAsPython(cache);
        Files.write(snapshot().resolve("model.safetensors").toRealPath(), new byte[100]);

        assertThatThrownBy(() -> readOffline(null))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll("model.safetensors", "damaged", "HF_HUB_OFFLINE");
    }

    @Test
    void readWhenTheReaderRefusesWhatIsSoundPassesThatOn() throws IOException {
        SampleRepository.cacheAsPython(cache);

        assertThatThrownBy(() -> resolver(false).read(null, ModelFallback.NONE, model -> {
                    SampleReader.of(model);
                    throw new CheckpointException("not supported");
                }))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("not supported");
    }

    @Test
    void fetchWhenTheModelIsOnTheHubBringsAllFilesHere() throws IOException {
        Path model = folder.resolve("tiny");
        TinyCheckpoint.of("vit").withSeed(1).write(model);
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> written = Files.list(model)) {
            for (Path file : written.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        hub.publish(ID, SampleRepository.COMMIT, files);

        Set<String> fetched = resolver(false).read(null, ModelFallback.NONE, ModelResolverTests::fetch);

        assertThat(fetched).contains("config.json", "preprocessor_config.json", "model.safetensors");
        assertThat(resolver(true).<Set<String>>read(null, ModelFallback.NONE, ModelResolverTests::fetch))
                .isEqualTo(fetched);
    }

    private static Set<String> fetch(ResolvedModel model) {
        try {
            return model.fetch();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void publishPickled() {
        Map<String, byte[]> files = SampleRepository.files();
        files.remove("model.safetensors");
        files.put("pytorch_model.bin", new byte[10]);
        hub.publish(ID, SampleRepository.COMMIT, files);
    }

    private Path snapshot() {
        return cache.resolve("models--google--vit-base-patch16-224/snapshots").resolve(SampleRepository.COMMIT);
    }

    private SampleReader read(@Nullable String model, ModelFallback fallback) throws IOException {
        return resolver(false).read(model, fallback, SampleReader::of);
    }

    private SampleReader readOffline(@Nullable String model) throws IOException {
        return resolver(true).read(model, ModelFallback.NONE, SampleReader::of);
    }

    private ModelResolver resolver(boolean offline) throws IOException {
        URL resources =
                Files.createDirectories(folder.resolve("resources")).toUri().toURL();
        URLClassLoader loader = new URLClassLoader(new URL[] {resources}, null);
        HubSettings settings = SampleRepository.settings(hub, cache, null, offline);
        return new ModelResolver(settings, new LogProgress(), loader);
    }

    private static Path writeModel(Path target) throws IOException {
        Files.createDirectories(target);
        for (Map.Entry<String, byte[]> file : SampleRepository.files().entrySet()) {
            Files.write(target.resolve(file.getKey()), file.getValue());
        }
        return target;
    }
}
