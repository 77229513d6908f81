package whatis.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A JVM of its own that downloads the sample model, so that tests can let two of them meet, and kill one. */
final class DownloadProcess {

    private DownloadProcess() {}

    static Process start(StandInHub hub, Path cache) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DownloadProcess.class.getName()));
        builder.environment()
                .putAll(Map.of("HF_ENDPOINT", hub.endpoint().toString(), "HF_HUB_CACHE", cache.toString()));
        return builder.inheritIO().start();
    }

    public static void main(String[] args) {
        HubClient client =
                new HubClient(HubSettings.fromEnvironment(System.getenv()), TerminalProgress.onStandardError());
        SampleRepository.assertWhole(client.read(SampleRepository.at("3f49326"), SampleRepository::readAll));
    }
}
