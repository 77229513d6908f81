package whatis.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whatis.hub.SampleRepository.WEIGHTS;
import static whatis.hub.SampleRepository.assertWhole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.hub.StandInHub.Request;

class BlobDownloadTests {

    private static final HubRepository MODEL = SampleRepository.at("3f49326");

    @TempDir
    Path cache;

    private StandInHub hub;
    private Path partial;

    @BeforeEach
    void startHub() throws IOException {
        hub = SampleRepository.publishedHub();
        partial = new CachedRepository(cache, MODEL).partialBlob(new Checksum(StandInHub.sha256(WEIGHTS)));
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    @Test
    void downloadWhenTheConnectionIsCutGoesOnFromThere() {
        hub.addStorageFault(Faults.times(1, Faults.cutAfter(1_000_000, WEIGHTS)));
        hub.addStorageFault(Faults.times(1, Faults.cutAfter(500_000, WEIGHTS)));

        assertWhole(get());
        assertThat(ranges()).hasSize(3).first().isEqualTo("none");
        assertThat(ranges().subList(1, 3)).allMatch(range -> range.matches("bytes=[1-9]\\d{4,6}-"));
    }

    @Test
    void downloadWhenStorageFailsForAWhileTriesAgain() {
        hub.addStorageFault(Faults.times(3, Faults.status(503)));

        assertWhole(get());
    }

    @Test
    void downloadWhenTheHubFailsForGoodEndsAndKeepsWhatItHas() throws IOException {
        hub.addStorageFault(Faults.times(1, Faults.cutAfter(1_000_000, WEIGHTS)));
        hub.addStorageFault(Faults.status(500));

        assertThatThrownBy(this::get)
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.hubDown()).isTrue());
        assertThat(Files.size(partial)).isPositive();

        hub.clearFaults();
        assertWhole(get());
        assertThat(ranges().get(ranges().size() - 1)).isNotEqualTo("none");
    }

    @Test
    void downloadWhenNothingArrivesForTooLongGoesOn() {
        CountDownLatch end = new CountDownLatch(1);
        hub.addStorageFault(Faults.times(1, Faults.stallAfter(1_000_000, WEIGHTS, end)));

        assertWhole(get(Duration.ofMillis(300)));
        end.countDown();
    }

    @Test
    void downloadWhenStorageKeepsSilentCountsAsDownSoon() {
        CountDownLatch end = new CountDownLatch(1);
        hub.addStorageFault(Faults.silence(end));

        assertThatThrownBy(() -> get(Duration.ofMillis(200)))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.hubDown()).isTrue());
        end.countDown();
        assertThat(ranges()).hasSizeBetween(1, 3);
    }

    @Test
    void downloadWhenRangesAreIgnoredStartsAgain() throws IOException {
        leave(Arrays.copyOf(WEIGHTS, 1_000_000));
        hub.addStorageFault(Faults.bytes(WEIGHTS));

        assertWhole(get());
    }

    @Test
    void downloadWhenTheRestHasTheWrongRangeIsRefused() throws IOException {
        leave(Arrays.copyOf(WEIGHTS, 1_000_000));
        hub.addStorageFault(exchange -> {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes 5-%d/%d".formatted(WEIGHTS.length - 1, WEIGHTS.length));
            exchange.sendResponseHeaders(206, WEIGHTS.length - 1_000_000);
            exchange.getResponseBody().write(WEIGHTS, 5, WEIGHTS.length - 1_000_000);
            return true;
        });

        assertThatThrownBy(this::get).hasMessageContainingAll("range", "bytes 5-");
    }

    @Test
    void downloadWhenAnEarlierAttemptLeftGarbageStartsAgain() throws IOException {
        leave(new byte[1_000_000]);

        assertWhole(get());
        assertThat(ranges()).containsExactly("bytes=1000000-", "none");
    }

    @Test
    void downloadWhenAnEarlierAttemptLeftTooMuchStartsAgain() throws IOException {
        leave(new byte[WEIGHTS.length + 1]);

        assertWhole(get());
    }

    @Test
    void downloadWhenAnEarlierAttemptLeftAllOnlyChecksIt() throws IOException {
        leave(WEIGHTS);

        assertWhole(get());
        assertThat(ranges()).isEmpty();
    }

    @Test
    void downloadWhenTheChecksumDiffersIsRefusedAndNotKept() {
        byte[] lie = WEIGHTS.clone();
        lie[lie.length / 2] ^= 1;
        hub.addStorageFault(Faults.bytes(lie));

        assertThatThrownBy(this::get)
                .isInstanceOf(HubException.class)
                .hasMessageContainingAll("model.safetensors", "checksum");
        assertThat(partial.getParent()).isDirectoryNotContaining("glob:**" + StandInHub.sha256(WEIGHTS) + "*");
    }

    @Test
    void downloadWhenTheLengthDiffersIsRefused() {
        hub.addStorageFault(Faults.bytes(Arrays.copyOf(WEIGHTS, 10)));

        assertThatThrownBy(this::get).hasMessageContaining("10 bytes instead of 3000000");
    }

    @Test
    void downloadWhenAWebPageComesInsteadIsRefused() {
        hub.addStorageFault(Faults.webPage());

        assertThatThrownBy(this::get).isInstanceOf(HubException.class).hasMessageContaining("login page");
    }

    @Test
    void downloadWhenMoreBytesComeThanAnnouncedIsRefused() {
        hub.addStorageFault(exchange -> {
            exchange.sendResponseHeaders(200, 0); // chunked
            exchange.getResponseBody().write(WEIGHTS);
            exchange.getResponseBody().write(WEIGHTS);
            return true;
        });

        assertThatThrownBy(this::get).hasMessageContaining("more than the 3000000 bytes");
    }

    @Test
    void downloadWhenTheSizeIsUnknownTakesThatOfTheAnswer() {
        hub.hideSizes();

        assertWhole(get());
    }

    @Test
    void downloadWhenTheSizeIsUnknownToStorageTooGoesOnToTheEnd() {
        hub.hideSizes();
        hub.addStorageFault(exchange -> {
            exchange.sendResponseHeaders(200, 0); // chunked
            exchange.getResponseBody().write(WEIGHTS);
            return true;
        });

        assertWhole(get());
    }

    @Test
    void downloadWhenTheSizeIsUnknownAndTheConnectionIsCutGoesOnFromThere() {
        hub.hideSizes();
        hub.addStorageFault(Faults.times(1, Faults.cutAfter(1_000_000, WEIGHTS)));

        assertWhole(get());
        assertThat(ranges()).hasSize(2);
    }

    @Test
    void downloadWhenTheSizeIsUnknownAndAllIsThereAlreadyOnlyChecksIt() throws IOException {
        hub.hideSizes();
        leave(WEIGHTS);
        hub.addStorageFault(Faults.status(416, "Content-Range", "bytes */" + WEIGHTS.length));

        assertWhole(get());
    }

    @Test
    void downloadWhenTheSizeIsUnknownAndLessComesIsRefused() {
        hub.hideSizes();
        hub.addStorageFault(Faults.bytes(Arrays.copyOf(WEIGHTS, 10)));

        assertThatThrownBy(this::get).hasMessageContainingAll("model.safetensors", "checksum");
    }

    @Test
    void downloadWhenSeveralAskAtOnceHappensOnce() throws Exception {
        hub.addStorageFault(Faults.slowly(WEIGHTS, 100_000, Duration.ofMillis(5)));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Map<String, byte[]>>> gets = List.of(this::get, this::get, this::get, this::get);
            for (Future<Map<String, byte[]>> model : threads.invokeAll(gets)) {
                assertWhole(model.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ranges()).containsExactly("none");
    }

    @Test
    void downloadWhenInterruptedEndsAtOnceAndCanGoOn() throws Exception {
        hub.addStorageFault(Faults.times(1, Faults.slowly(WEIGHTS, 10_000, Duration.ofMillis(20))));
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(() -> get());
        thread.setUncaughtExceptionHandler((t, e) -> thrown.add(e));
        thread.start();
        while (!Files.exists(partial) || Files.size(partial) == 0) {
            Thread.sleep(5);
        }
        thread.interrupt();
        thread.join();

        assertThat(thrown)
                .singleElement()
                .isInstanceOf(HubException.class)
                .asString()
                .contains("interrupted");
        assertWhole(get());
    }

    @Test
    void downloadWhenTheDiskIsFullSaysSo() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full));
        Files.createDirectories(partial.getParent());
        Files.createSymbolicLink(partial, full);

        assertThatThrownBy(this::get)
                .isInstanceOf(HubException.class)
                .hasMessageContainingAll("cache", "No space left");
        Files.delete(partial);
    }

    @Test
    void progressWhenTheDownloadIsTakenUpTellsWhatIsThere() throws IOException {
        leave(Arrays.copyOf(WEIGHTS, 1_000_000));
        List<String> calls = new ArrayList<>();
        DownloadProgress recorder = new DownloadProgress() {
            @Override
            public void started(String file, long total, long present) {
                calls.add("%s %d of %d".formatted(file, present, total));
            }

            @Override
            public void at(long bytes) {
                calls.add("at " + bytes);
            }

            @Override
            public void ended() {
                calls.add("ended");
            }
        };

        new HubClient(SampleRepository.settings(hub, cache), recorder).read(MODEL, SampleRepository::readAll);

        int weights = calls.indexOf("model.safetensors 1000000 of 3000000");
        assertThat(weights).isPositive();
        assertThat(calls.subList(weights, calls.size())).contains("at 3000000").endsWith("ended");
    }

    private Map<String, byte[]> get() {
        return get(Duration.ofSeconds(5));
    }

    private Map<String, byte[]> get(Duration stallTimeout) {
        HubSettings settings = new HubSettings(
                hub.endpoint(), null, cache, false, Duration.ofSeconds(5), stallTimeout, Duration.ofMillis(10));
        return new HubClient(settings, new LogProgress()).read(MODEL, SampleRepository::readAll);
    }

    private void leave(byte[] bytes) throws IOException {
        Files.createDirectories(partial.getParent());
        Files.write(partial, bytes);
    }

    /** The Range headers that the storage host got. */
    private List<String> ranges() {
        return hub.requests().stream()
                .filter(Request::atStorage)
                .map(request ->
                        request.headers().getOrDefault("Range", List.of("none")).get(0))
                .toList();
    }
}
