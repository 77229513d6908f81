package whatis.classification.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whatis.classification.hub.SampleModel.COMMIT;
import static whatis.classification.hub.SampleModel.CONFIG;
import static whatis.classification.hub.SampleModel.PREPROCESSOR;
import static whatis.classification.hub.SampleModel.REPOSITORY;
import static whatis.classification.hub.SampleModel.WEIGHTS;
import static whatis.classification.hub.SampleModel.assertWhole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.hub.StandInHub.Request;

class HubSnapshotsTests {

    private static final HubModel BY_PREFIX = new HubModel(REPOSITORY, "3f49326");
    private static final HubModel BY_BRANCH = new HubModel(REPOSITORY, "main");

    @TempDir
    Path cache;

    private StandInHub hub;
    private Path repository;

    @BeforeEach
    void startHub() throws IOException {
        hub = SampleModel.publishedHub();
        repository = cache.resolve("models--google--vit-base-patch16-224");
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3f49326", "main", "3f49326eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"})
    void getWhenNothingIsCachedDownloads(String revision) {
        ResolvedModel model = online().get(new HubModel(REPOSITORY, revision));

        assertWhole(model);
        assertThat(model.name()).isEqualTo(REPOSITORY);
        assertThat(model.revision()).isEqualTo("3f49326");
        assertThat(model.fallback()).isFalse();
        assertThat(model.files().origin()).isEqualTo(REPOSITORY + "@3f49326");
    }

    @Test
    void getWhenDownloadedLeavesPythonsLayout() throws IOException {
        online().get(BY_BRANCH);

        Path weights = repository.resolve("snapshots").resolve(COMMIT).resolve("model.safetensors");
        assertThat(Files.readSymbolicLink(weights)).isEqualTo(Path.of("..", "..", "blobs", StandInHub.sha256(WEIGHTS)));
        assertThat(repository.resolve("blobs"))
                .isDirectoryContaining(path -> path.endsWith(StandInHub.gitSha1(CONFIG)))
                .isDirectoryNotContaining("glob:**incomplete");
        assertThat(repository.resolve("refs/main")).hasContent(COMMIT);
        assertThat(cache.resolve(".locks/models--google--vit-base-patch16-224/" + StandInHub.sha256(WEIGHTS) + ".lock"))
                .exists();
    }

    @Test
    void getWhenPythonCachedTheModelUsesItWithoutTheHub() throws IOException {
        cacheAsPython();

        assertWhole(online().get(BY_PREFIX));
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void getWhenPythonCachedPlainCopiesUsesThem() throws IOException {
        Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(COMMIT));
        for (Map.Entry<String, byte[]> file : SampleModel.files().entrySet()) {
            Files.write(snapshot.resolve(file.getKey()), file.getValue());
        }

        assertWhole(offline().get(BY_PREFIX));
    }

    @Test
    void getWhenTheCommitWasCachedUnderARefUsesItOffline() throws IOException {
        cacheAsPython();

        assertWhole(offline().get(BY_BRANCH));
    }

    @Test
    void getWhenTwoCachedCommitsShareThePrefixAsksTheHub() throws IOException {
        cacheAsPython();
        Files.createDirectories(repository.resolve("snapshots").resolve("3f49326" + "0".repeat(33)));

        assertWhole(online().get(BY_PREFIX));
        assertThat(hub.requests()).isNotEmpty();
    }

    @Test
    void getWhenAFileIsMissingInTheCacheDownloadsThatFile() throws IOException {
        cacheAsPython();
        Files.delete(repository.resolve("snapshots").resolve(COMMIT).resolve("preprocessor_config.json"));
        Files.delete(repository.resolve("blobs").resolve(StandInHub.gitSha1(PREPROCESSOR)));

        assertWhole(online().get(BY_PREFIX));
        assertThat(hub.requests()).extracting(Request::method).containsExactly("HEAD", "HEAD", "GET");
    }

    @Test
    void getWhenALinkLeadsNowhereRepairsIt() throws IOException {
        online().get(BY_PREFIX);
        Files.delete(repository.resolve("blobs").resolve(StandInHub.sha256(WEIGHTS)));

        assertWhole(online().get(BY_PREFIX));
    }

    @Test
    void getWhenTheBranchMovedDownloadsWhatChanged() {
        online().get(BY_BRANCH);
        Map<String, byte[]> files = SampleModel.files();
        files.put("config.json", "{\"model_type\": \"deit\"}".getBytes());
        hub.publish(REPOSITORY, "b".repeat(40), files);
        int before = hub.requests().size();

        ResolvedModel moved = online().get(BY_BRANCH);

        assertThat(SampleModel.read(moved, "config.json")).isEqualTo(files.get("config.json"));
        assertThat(SampleModel.read(moved, "model.safetensors")).isEqualTo(WEIGHTS);
        assertThat(hub.requests().subList(before, hub.requests().size()))
                .filteredOn(request -> request.method().equals("GET"))
                .hasSize(1);
    }

    @Test
    void getWhenTheHubIsDownUsesWhatTheBranchLastMeant() {
        online().get(BY_BRANCH);
        hub.addHubFault(Faults.status(503));

        assertWhole(online().get(BY_BRANCH));
    }

    @Test
    void getWhenThePreprocessorIsNotOnTheHubGoesWithout() {
        Map<String, byte[]> files = SampleModel.files();
        files.remove("preprocessor_config.json");
        hub.publish(REPOSITORY, COMMIT, files);

        ResolvedModel model = online().get(BY_PREFIX);

        assertThatThrownBy(() -> model.files().open("preprocessor_config.json"))
                .isInstanceOf(java.nio.file.NoSuchFileException.class);
        assertThat(offline().get(BY_PREFIX).revision()).isEqualTo("3f49326");
    }

    @Test
    void getWhenOfflineAndNotCachedSaysSo() {
        assertThatThrownBy(() -> offline().get(BY_PREFIX))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll(BY_PREFIX.toString(), "HF_HUB_OFFLINE");
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void getWhenATokenIsSetSendsItToTheHubAlone() {
        new HubSnapshots(SampleModel.settings(hub, cache, "hf_secret", false), new TerminalProgress()).get(BY_PREFIX);

        assertThat(hub.requests())
                .filteredOn(Request::atStorage)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("Authorization"));
        assertThat(hub.requests())
                .filteredOn(request -> !request.atStorage())
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.headers().get("Authorization")).containsExactly("Bearer hf_secret"));
    }

    @Test
    void getWhenTheCacheCannotBeWrittenSaysSoWithoutItsPath() throws IOException {
        Files.writeString(repository, "a file where the folder should be");

        assertThatThrownBy(() -> online().get(BY_PREFIX))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("HF_HUB_CACHE")
                .hasMessageNotContaining(cache.toString());
    }

    private HubSnapshots online() {
        return new HubSnapshots(SampleModel.settings(hub, cache), new TerminalProgress());
    }

    private HubSnapshots offline() {
        return new HubSnapshots(SampleModel.settings(hub, cache, null, true), new TerminalProgress());
    }

    private void cacheAsPython() throws IOException {
        Path blobs = Files.createDirectories(repository.resolve("blobs"));
        Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(COMMIT));
        for (Map.Entry<String, byte[]> file : SampleModel.files().entrySet()) {
            String etag = file.getKey().endsWith(".safetensors")
                    ? StandInHub.sha256(file.getValue())
                    : StandInHub.gitSha1(file.getValue());
            Files.write(blobs.resolve(etag), file.getValue());
            Files.createSymbolicLink(snapshot.resolve(file.getKey()), Path.of("..", "..", "blobs", etag));
        }
        Files.writeString(Files.createDirectories(repository.resolve("refs")).resolve("main"), COMMIT);
    }
}
