package whatis.commandline.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the command with real processes, as signals and exit codes are what it is about. */
class ServeCommandTests {

    private static final int SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    @Test
    void commandWhenBothServicesAreReadyTellsHowToAsk() throws Exception {
        Path sample = folder.resolve("starter-model/samples/traffic-light.png");
        Files.createDirectories(sample.getParent());
        Files.createFile(sample);
        try (RunningServe serve = RunningServe.start(folder, Map.of())) {
            serve.awaitReady();

            String url = "http://127.0.0.1:" + serve.classifierPort() + "/";
            assertThat(serve.out().lines())
                    .containsExactly(
                            "whatis answers at " + url + ", in a browser and to programs, for example:",
                            "curl -F file=@starter-model/samples/traffic-light.png " + url + "whatis/");
        }
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, 127.0.0.1", "::, 127.0.0.1", "127.0.0.2, 127.0.0.2"})
    void commandWhenWikipediaServiceHasAnAddressFindsItThere(String address, String host) throws Exception {
        try (RunningServe serve = RunningServe.start(
                folder, Map.of("WHATIS_WIKIPEDIA_ADDRESS", address, "CLASSIFIER_SERVICE", "tells"))) {
            serve.awaitReady();

            assertThat(serve.err()).contains("classifier | WHATIS_WIKIPEDIA_SERVICE_URL=http://" + host + ":");
        }
    }

    @Test
    void serviceWhenASecretIsTheOthersDoesNotGetIt() throws Exception {
        try (RunningServe serve = RunningServe.start(
                folder,
                Map.of(
                        "CLASSIFIER_SERVICE",
                        "tells",
                        "WIKIPEDIA_SERVICE",
                        "tells",
                        "HF_TOKEN",
                        "hf_secret",
                        "HUGGING_FACE_HUB_TOKEN",
                        "hf_secret",
                        "WHATIS_WIKIPEDIA_URL",
                        "http://me:secret@wiki/w/api.php"))) {
            serve.awaitReady();

            assertThat(serve.err().lines().filter(line -> line.contains("secret")))
                    .containsExactlyInAnyOrder(
                            "classifier | HF_TOKEN=hf_secret",
                            "classifier | HUGGING_FACE_HUB_TOKEN=hf_secret",
                            "wikipedia  | WHATIS_WIKIPEDIA_URL=http://me:secret@wiki/w/api.php");
        }
    }

    @Test
    void exampleWhenTheUserIsElsewhereNamesTheWholePath() throws Exception {
        Path project = folder.resolve("Ann's work");
        Path sample = project.resolve("starter-model/samples/traffic-light.png");
        Files.createDirectories(sample.getParent());
        Files.createFile(sample);

        assertThat(ServeCommand.example(project, folder.resolve("elsewhere"), URI.create("http://x/")))
                .isEqualTo("curl -F 'file=@" + sample.toString().replace("'", "'\\''") + "' http://x/");
    }

    @Test
    void exampleWhenThereAreNoSamplesNamesAPictureOfTheUser() {
        assertThat(ServeCommand.example(folder, folder, URI.create("http://x/")))
                .isEqualTo("curl -F file=@photo.jpg http://x/");
    }

    @Test
    void commandWhenTerminatedStopsTheClassifierFirst() throws Exception {
        try (RunningServe serve = RunningServe.start(folder, Map.of())) {
            serve.awaitReady();

            serve.handle().destroy();

            assertThat(serve.awaitExit()).isEqualTo(SIGTERM);
            serve.awaitNothingLeft();
            assertThat(serve.err().lines())
                    .endsWith("whatis: stopping", "classifier | goodbye", "wikipedia  | goodbye");
        }
    }

    @Test
    void commandWhenTerminatedDuringTheStartStopsWhatItStarted() throws Exception {
        try (RunningServe serve = RunningServe.start(folder, Map.of("CLASSIFIER_SERVICE", "loads"))) {
            serve.awaitErr("classifier | pid");
            serve.awaitErr("wikipedia  | pid");

            serve.handle().destroy();

            assertThat(serve.awaitExit()).isEqualTo(SIGTERM);
            serve.awaitNothingLeft();
            assertThat(serve.out()).isEmpty();
            assertThat(serve.err()).doesNotContain("ended with exit code");
        }
    }

    @Test
    void commandWhenKilledTakesTheServicesAlong() throws Exception {
        try (RunningServe serve = RunningServe.start(folder, Map.of())) {
            serve.awaitReady();

            serve.handle().destroyForcibly();

            serve.awaitNothingLeft();
        }
    }

    @Test
    void commandWhenAServiceLoadsWaitsForIt() throws Exception {
        try (RunningServe serve = RunningServe.start(folder, Map.of("CLASSIFIER_SERVICE", "loads"))) {
            URI load = URI.create("http://127.0.0.1:" + serve.classifierPort() + "/load");
            serve.awaitErr("classifier | loading", 2);
            assertThat(serve.out()).isEmpty();

            HttpClient.newHttpClient().send(HttpRequest.newBuilder(load).build(), BodyHandlers.discarding());

            serve.awaitReady();
        }
    }

    @ParameterizedTest
    @CsvSource({"classifier-service, CLASSIFIER_SERVICE", "wikipedia-service, WIKIPEDIA_SERVICE"})
    void commandWhenAServiceDoesNotStartSaysWhy(String name, String variable) throws Exception {
        try (RunningServe serve = RunningServe.start(folder, Map.of(variable, "fails"))) {
            assertThat(serve.awaitExit()).isEqualTo(3);

            serve.awaitNothingLeft();
            assertThat(serve.err())
                    .containsPattern(
                            "whatis: %s ended with exit code 5. Its last lines:\\R +pid [0-9]+.\\R +no, thank you"
                                    .formatted(name));
            assertThat(serve.out()).isEmpty();
        }
    }

    @Test
    void commandWhenTheClassifierEndsEnds() throws Exception {
        try (RunningServe serve = RunningServe.start(folder, Map.of())) {
            serve.awaitReady();

            serve.service("classifier").destroyForcibly();

            assertThat(serve.awaitExit()).isEqualTo(3);
            serve.awaitNothingLeft();
            assertThat(serve.err()).contains("whatis: classifier-service ended with exit code 137. Its last lines:");
        }
    }

    @Test
    void commandWhenWikipediaServiceEndsStartsItAgainButNotTwiceInAMinute() throws Exception {
        try (RunningServe serve = RunningServe.start(folder, Map.of())) {
            serve.awaitReady();

            serve.service("wikipedia").destroyForcibly();
            serve.awaitErr("wikipedia-service ended with exit code 137");
            serve.awaitErr("no articles until wikipedia-service runs again; it is started now");
            serve.awaitErr("wikipedia  | pid", 2);

            serve.service("wikipedia").destroyForcibly();
            serve.awaitErr("wikipedia-service ended with exit code 137", 2);
            serve.awaitErr("it is started in ");
            assertThat(serve.service("classifier").isAlive()).isTrue();

            serve.handle().destroy();
            assertThat(serve.awaitExit()).isEqualTo(SIGTERM);
            serve.awaitNothingLeft();
        }
    }

    @Test
    void commandWhenAPortIsTakenSaysWhoChangesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunningServe serve = RunningServe.start(
                        folder, Map.of("WHATIS_WIKIPEDIA_PORT", String.valueOf(taken.getLocalPort())))) {
            assertThat(serve.awaitExit()).isEqualTo(3);

            assertThat(serve.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("whatis: wikipedia-service can't have port " + taken.getLocalPort())
                    .endsWith("set WHATIS_WIKIPEDIA_PORT to another one");
        }
    }

    @Test
    void commandWhenAVariableMakesNoSenseSaysSo() throws Exception {
        try (RunningServe serve = RunningServe.start(folder, Map.of("WHATIS_CLASSIFIER_PORT", "http"))) {
            assertThat(serve.awaitExit()).isEqualTo(1);

            assertThat(serve.err().lines())
                    .containsExactly("whatis: WHATIS_CLASSIFIER_PORT is not a port, 1 to 65535: 'http'");
        }
    }
}
