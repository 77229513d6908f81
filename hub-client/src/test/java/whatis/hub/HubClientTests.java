package whatis.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whatis.hub.SampleRepository.COMMIT;
import static whatis.hub.SampleRepository.CONFIG;
import static whatis.hub.SampleRepository.ID;
import static whatis.hub.SampleRepository.PREPROCESSOR;
import static whatis.hub.SampleRepository.WEIGHTS;
import static whatis.hub.SampleRepository.assertWhole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.hub.StandInHub.Fault;
import whatis.hub.StandInHub.Request;

/** What comes from the hub and what from the cache. */
class HubClientTests {

    private static final HubRepository BY_PREFIX = SampleRepository.at("3f49326");
    private static final HubRepository BY_BRANCH = SampleRepository.at("main");

    @TempDir
    Path cache;

    private StandInHub hub;
    private Path repository;

    @BeforeEach
    void startHub() throws IOException {
        hub = SampleRepository.publishedHub();
        repository = cache.resolve("models--google--vit-base-patch16-224");
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3f49326", "main", "3f49326eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"})
    void getWhenNothingIsCachedDownloads(String revision) {
        assertWhole(read(online(), SampleRepository.at(revision)));
        assertThat(online().read(SampleRepository.at(revision), HubSnapshot::commit))
                .isEqualTo(COMMIT);
    }

    @Test
    void getWhenDownloadedLeavesPythonsLayout() throws IOException {
        read(online(), BY_BRANCH);

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
        SampleRepository.cacheAsPython(cache);

        assertWhole(read(online(), BY_PREFIX));
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void getWhenPythonCachedPlainCopiesUsesThem() throws IOException {
        Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(COMMIT));
        for (Map.Entry<String, byte[]> file : SampleRepository.files().entrySet()) {
            Files.write(snapshot.resolve(file.getKey()), file.getValue());
        }

        assertWhole(read(offline(), BY_PREFIX));
    }

    @Test
    void getWhenTheCommitWasCachedUnderARefUsesItOffline() throws IOException {
        SampleRepository.cacheAsPython(cache);

        assertWhole(read(offline(), BY_BRANCH));
    }

    @Test
    void getWhenTwoCachedCommitsShareThePrefixAsksTheHub() throws IOException {
        SampleRepository.cacheAsPython(cache);
        Files.createDirectories(repository.resolve("snapshots").resolve("3f49326" + "0".repeat(33)));

        assertWhole(read(online(), BY_PREFIX));
        assertThat(hub.requests()).isNotEmpty();
    }

    @Test
    void getWhenAFileIsMissingInTheCacheDownloadsThatFile() throws IOException {
        SampleRepository.cacheAsPython(cache);
        Files.delete(repository.resolve("snapshots").resolve(COMMIT).resolve("preprocessor_config.json"));
        Files.delete(repository.resolve("blobs").resolve(StandInHub.gitSha1(PREPROCESSOR)));

        assertWhole(read(online(), BY_PREFIX));
        assertThat(hub.requests()).extracting(Request::method).containsExactly("HEAD", "GET");
    }

    @Test
    void getWhenALinkLeadsNowhereRepairsIt() throws IOException {
        read(online(), BY_PREFIX);
        Files.delete(repository.resolve("blobs").resolve(StandInHub.sha256(WEIGHTS)));

        assertWhole(read(online(), BY_PREFIX));
    }

    @Test
    void getWhenTheBranchMovedDownloadsWhatChanged() {
        read(online(), BY_BRANCH);
        Map<String, byte[]> files = SampleRepository.files();
        files.put("config.json", "{\"model_type\": \"deit\"}".getBytes());
        hub.publish(ID, "b".repeat(40), files);
        int before = hub.requests().size();

        Map<String, byte[]> moved = read(online(), BY_BRANCH);

        assertThat(moved.get("config.json")).isEqualTo(files.get("config.json"));
        assertThat(moved.get("model.safetensors")).isEqualTo(WEIGHTS);
        assertThat(hub.requests().subList(before, hub.requests().size()))
                .filteredOn(request -> request.method().equals("GET"))
                .hasSize(1);
    }

    @Test
    void getWhenTheHubIsDownUsesWhatTheBranchLastMeant() {
        read(online(), BY_BRANCH);
        hub.addHubFault(Faults.status(503));

        assertWhole(read(online(), BY_BRANCH));
    }

    @Test
    void hasWhenAFileIsNotOnTheHubRemembersThat() {
        Map<String, byte[]> files = SampleRepository.files();
        files.remove("preprocessor_config.json");
        hub.publish(ID, COMMIT, files);

        assertThat(read(online(), BY_BRANCH)).doesNotContainKey("preprocessor_config.json");

        assertThat(repository.resolve(".no_exist").resolve(COMMIT).resolve("preprocessor_config.json"))
                .isEmptyFile();
        assertThat(read(offline(), BY_BRANCH)).doesNotContainKey("preprocessor_config.json");
    }

    @Test
    void hasWhenTheFirstFileIsNotOnTheHubPinsTheCommitAllTheSame() {
        boolean there = online().read(BY_BRANCH, snapshot -> snapshot.has("processor_config.json"));

        assertThat(there).isFalse();
        assertThat(repository.resolve(".no_exist").resolve(COMMIT).resolve("processor_config.json"))
                .exists();
        assertThat(repository.resolve("refs/main")).hasContent(COMMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../config.json", "/etc/passwd", "a/../../b", "a\\b", "C:x", "", ".", "a/", "a//b", "x\ny"})
    void hasWhenTheNameLeavesTheRepositoryIsFalse(String name) {
        assertThat(online().<Boolean>read(BY_BRANCH, snapshot -> snapshot.has(name)))
                .isFalse();
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void getWhenThereIsNoSuchFileSaysSo() {
        assertThatThrownBy(() -> online().read(BY_BRANCH, snapshot -> snapshot.get("vocab.txt")))
                .isInstanceOf(HubException.class)
                .hasMessageContainingAll("vocab.txt", ID);
    }

    @Test
    void getWhenAPushComesBetweenTwoFilesStaysWithTheFirstCommit() {
        Map<String, byte[]> read = online().read(BY_BRANCH, snapshot -> {
            byte[] weights = SampleRepository.bytes(snapshot.get("model.safetensors"));
            hub.addHubFault(exchange -> exchange.getRequestURI().getPath().contains("/resolve/main/")
                    && Faults.status(500).answers(exchange));
            return Map.of(
                    "model.safetensors", weights, "config.json", SampleRepository.bytes(snapshot.get("config.json")));
        });

        assertThat(read.get("config.json")).isEqualTo(CONFIG);
    }

    @Test
    void getWhenTheNameHasBlanksAndFoldersAsksForIt() {
        Map<String, byte[]> files = SampleRepository.files();
        files.put("my data/größe 100%.json", CONFIG);
        hub.publish(ID, COMMIT, files);

        Path file = online().read(BY_BRANCH, snapshot -> snapshot.get("my data/größe 100%.json"));

        assertThat(file).hasBinaryContent(CONFIG);
        assertThat(file).endsWithRaw(Path.of("my data", "größe 100%.json"));
    }

    @Test
    void namesWhenTheHubListsThemAreAllButThoseThatLeaveTheRepository() {
        Map<String, byte[]> files = SampleRepository.files();
        files.put("../escaped.json", CONFIG);
        hub.publish(ID, COMMIT, files);

        List<String> names = online().read(BY_BRANCH, HubSnapshot::names);

        assertThat(names).containsExactly("config.json", "model.safetensors", "preprocessor_config.json");
        read(online(), BY_PREFIX);
        assertThat(offline().read(BY_BRANCH, HubSnapshot::names)).isEqualTo(names);
    }

    @Test
    void getWhenTheHubHasListedTheFilesAsksForNoneOfThem() {
        Map<String, byte[]> read = online().read(BY_BRANCH, snapshot -> {
            snapshot.names();
            return SampleRepository.readAll(snapshot);
        });

        assertWhole(read);
        assertThat(hub.requests()).extracting(Request::method).doesNotContain("HEAD");
    }

    @Test
    void readWhenItIsADatasetUsesItsAddressAndItsFolder() {
        hub.publish("datasets/someone/images", COMMIT, Map.of("data/train-0.parquet", WEIGHTS));
        HubRepository dataset = new HubRepository(RepositoryKind.DATASET, "someone/images", "main");

        Path file =
                online().read(dataset, snapshot -> snapshot.get(snapshot.names().get(0)));

        assertThat(file)
                .hasBinaryContent(WEIGHTS)
                .startsWithRaw(cache.resolve("datasets--someone--images/snapshots/" + COMMIT));
    }

    static Stream<Fault> refusals() {
        return Stream.of(
                Faults.status(401, "X-Error-Code", "RepoNotFound"),
                Faults.status(401),
                Faults.status(403, "X-Error-Code", "GatedRepo"),
                Faults.status(404),
                Faults.status(429),
                Faults.status(503),
                Faults.webPage(),
                Faults.status(307, "Location", "file:///etc/passwd"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void readWhenTheHubRefusesABranchUsesWhatItLastMeant(Fault refusal) throws IOException {
        SampleRepository.cacheAsPython(cache);
        hub.addHubFault(refusal);

        assertWhole(read(online(), BY_BRANCH));
    }

    @Test
    void readWhenTheHubFailsHalfWayUsesWhatTheBranchLastMeant() throws IOException {
        SampleRepository.cacheAsPython(cache);
        Map<String, byte[]> files = SampleRepository.files();
        files.put("config.json", "{}".getBytes());
        files.put("model.safetensors", CONFIG);
        hub.publish(ID, "b".repeat(40), files);
        hub.addStorageFault(Faults.status(503));

        assertWhole(read(online(), BY_BRANCH));
        assertThat(repository.resolve("refs/main")).hasContent(COMMIT);
    }

    @Test
    void readWhenTheBranchIsGoneSaysSo() throws IOException {
        SampleRepository.cacheAsPython(cache);
        hub.publish(ID, "trunk", COMMIT, SampleRepository.files());

        assertThatThrownBy(() -> read(online(), BY_BRANCH)).hasMessageContaining("no revision main");
    }

    @Test
    void readWhenABranchIsNamedLikeACommitLooksItUpEachTime() {
        hub.publish(ID, "20240101", COMMIT, SampleRepository.files());
        read(online(), SampleRepository.at("20240101"));
        Map<String, byte[]> files = SampleRepository.files();
        files.put("config.json", "{}".getBytes());
        hub.publish(ID, "20240101", "b".repeat(40), files);

        assertThat(read(online(), SampleRepository.at("20240101")).get("config.json"))
                .isEqualTo("{}".getBytes());
    }

    @Test
    void readWhenTheHubIsDownAsksItOnceOnly() throws IOException {
        SampleRepository.cacheAsPython(cache);
        hub.addHubFault(Faults.status(503));

        boolean there = online().read(BY_PREFIX, snapshot -> {
            for (String unknown : List.of("processor_config.json", "generation_config.json")) {
                assertThatThrownBy(() -> snapshot.has(unknown)).isInstanceOf(HubException.class);
            }
            return snapshot.isFromCache();
        });

        assertThat(there).isTrue();
        assertThat(hub.requests()).hasSize(1);
    }

    @Test
    void getWhenTheCachedFileIsTooShortDownloadsItAgain() throws IOException {
        SampleRepository.cacheAsPython(cache);
        Path config = repository.resolve("blobs").resolve(StandInHub.gitSha1(CONFIG));
        Files.write(config, Arrays.copyOf(CONFIG, 5));

        assertWhole(read(online(), BY_BRANCH));
        assertThat(config).hasBinaryContent(CONFIG);
    }

    @Test
    void healWhenAFileIsDamagedDownloadsItAgain() throws IOException {
        SampleRepository.cacheAsPython(cache);
        Path weights = repository.resolve("blobs").resolve(StandInHub.sha256(WEIGHTS));
        Files.write(weights, new byte[WEIGHTS.length]);

        List<Boolean> healed = online().read(
                        BY_PREFIX,
                        snapshot -> List.of(snapshot.heal("config.json"), snapshot.heal("model.safetensors")));

        assertThat(healed).containsExactly(false, true);
        assertThat(weights).hasBinaryContent(WEIGHTS);
        assertWhole(read(offline(), BY_PREFIX));
    }

    @Test
    void healWhenTheBlobLiesInASharedStoreLeavesThatAlone() throws IOException {
        SampleRepository.cacheAsPython(cache);
        Path weights = repository.resolve("blobs").resolve(StandInHub.sha256(WEIGHTS));
        Path shared =
                Files.write(Files.createDirectories(cache.resolve("blobs/ab")).resolve("abcd"), CONFIG);
        Files.delete(weights);
        Files.createSymbolicLink(weights, Path.of("..", "..", "blobs", "ab", "abcd"));

        assertThat(online().<Boolean>read(BY_PREFIX, snapshot -> snapshot.heal("model.safetensors")))
                .isTrue();
        assertThat(shared).hasBinaryContent(CONFIG);
        assertWhole(read(offline(), BY_PREFIX));
    }

    @Test
    void healWhenTheFileIsAPlainCopyAsksTheHubForItsChecksum() throws IOException {
        Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(COMMIT));
        Files.write(snapshot.resolve("config.json"), new byte[CONFIG.length]);

        assertThat(online().<Boolean>read(BY_PREFIX, it -> it.heal("config.json")))
                .isTrue();
        assertThat(snapshot.resolve("config.json")).hasBinaryContent(CONFIG);
    }

    @Test
    void healWhenOfflineSaysThatTheFileIsDamaged() throws IOException {
        SampleRepository.cacheAsPython(cache);
        Files.write(repository.resolve("blobs").resolve(StandInHub.sha256(WEIGHTS)), new byte[5]);

        assertThatThrownBy(() -> offline().read(BY_PREFIX, snapshot -> snapshot.heal("model.safetensors")))
                .hasMessageContainingAll("model.safetensors", "damaged", "HF_HUB_OFFLINE");
    }

    @Test
    void getWhenTheCacheIsReadOnlyTakesNoLock() throws IOException {
        SampleRepository.cacheAsPython(cache);
        // Whoever runs as root can write anywhere, but not put a folder where a file is.
        Files.writeString(cache.resolve(".locks"), "");

        assertWhole(read(online(), BY_BRANCH));
    }

    @Test
    void openPullRequestWhenTheAuthorHasOneReturnsItsNumber() {
        hub.addHubFault(Faults.on("/discussions", Faults.bytes("""
                {"discussions": [{"num": 3, "isPullRequest": true, "author": {"name": "someone"}},
                {"num": 4, "isPullRequest": false, "author": {"name": "bot"}},
                {"num": 7, "isPullRequest": true, "author": {"name": "bot"}}]}""".getBytes())));

        assertThat(online().openPullRequest(BY_BRANCH, "bot")).hasValue(7);
        assertThat(online().openPullRequest(BY_BRANCH, "nobody")).isEmpty();
    }

    @Test
    void getWhenOfflineAndNotCachedSaysSo() {
        assertThatThrownBy(() -> read(offline(), BY_PREFIX))
                .isInstanceOf(HubException.class)
                .hasMessageContainingAll(BY_PREFIX.toString(), "HF_HUB_OFFLINE");
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void getWhenATokenIsSetSendsItToTheHubAlone() {
        read(new HubClient(SampleRepository.settings(hub, cache, "hf_secret", false), new LogProgress()), BY_PREFIX);

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

        assertThatThrownBy(() -> read(online(), BY_PREFIX))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("HF_HUB_CACHE")
                .hasMessageNotContaining(cache.toString());
    }

    private HubClient online() {
        return new HubClient(SampleRepository.settings(hub, cache), new LogProgress());
    }

    private HubClient offline() {
        return new HubClient(SampleRepository.settings(hub, cache, null, true), new LogProgress());
    }

    private static Map<String, byte[]> read(HubClient client, HubRepository repository) {
        return client.read(repository, SampleRepository::readAll);
    }
}
