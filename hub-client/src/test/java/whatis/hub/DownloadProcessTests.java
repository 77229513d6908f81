package whatis.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static whatis.hub.SampleRepository.COMMIT;
import static whatis.hub.SampleRepository.WEIGHTS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.hub.StandInHub.Request;

class DownloadProcessTests {

    private static final int KILLS = 4;

    @TempDir
    Path cache;

    private StandInHub hub;

    @BeforeEach
    void startSlowHub() throws IOException {
        hub = SampleRepository.publishedHub();
        hub.addStorageFault(Faults.slowly(WEIGHTS, 20_000, Duration.ofMillis(10)));
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    @Test
    void downloadWhenTwoProcessesWantTheModelHappensOnce() throws Exception {
        Process one = DownloadProcess.start(hub, cache);
        Process other = DownloadProcess.start(hub, cache);

        assertThat(exitCode(one)).isZero();
        assertThat(exitCode(other)).isZero();
        assertThat(hub.requests()).filteredOn(Request::atStorage).hasSize(1);
    }

    @Test
    void downloadWhenProcessesAreKilledIsFinishedByTheNext() throws Exception {
        CachedRepository repository = new CachedRepository(cache, SampleRepository.at("main"));
        Path partial = repository.partialBlob(new Checksum(StandInHub.sha256(WEIGHTS)));
        long grown = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = DownloadProcess.start(hub, cache);
            awaitGrowth(partial, grown, process);
            Thread.sleep(new Random().nextInt(200));
            process.destroyForcibly().waitFor();
            grown = Files.size(partial);
            assertThat(repository.file(COMMIT, "model.safetensors")).isEmpty();
        }

        assertThat(exitCode(DownloadProcess.start(hub, cache))).isZero();
        assertThat(hub.requests())
                .filteredOn(Request::atStorage)
                .filteredOn(request -> !request.headers().containsKey("Range"))
                .hasSize(1);
    }

    private static void awaitGrowth(Path file, long size, Process process) throws IOException, InterruptedException {
        while (process.isAlive() && !(Files.exists(file) && Files.size(file) > size)) {
            Thread.sleep(5);
        }
        assertThat(process.isAlive()).isTrue();
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
