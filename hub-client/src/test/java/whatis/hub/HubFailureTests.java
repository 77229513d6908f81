package whatis.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static whatis.hub.SampleRepository.COMMIT;
import static whatis.hub.SampleRepository.ID;
import static whatis.hub.SampleRepository.assertWhole;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user reads when the hub can't or won't give a model. */
class HubFailureTests {

    @TempDir
    Path cache;

    private StandInHub hub;

    @BeforeEach
    void startHub() throws IOException {
        hub = SampleRepository.publishedHub();
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    @Test
    void failureWhenTheModelIsUnknownNamesItAndAsksForAToken() {
        assertThat(failure("nobody/nothing", null).getMessage())
                .contains("no model nobody/nothing", "private", "HF_TOKEN");
    }

    @Test
    void failureWhenTheModelIsUnknownToATokenNamesBoth() {
        assertThat(failure("nobody/nothing", "hf_secret").getMessage())
                .contains("no model nobody/nothing", "HF_TOKEN gives no access")
                .doesNotContain("hf_secret");
    }

    @Test
    void failureWhenTheTokenIsRejectedSaysSo() {
        hub.addHubFault(Faults.status(401, "X-Error-Message", "Invalid credentials in Authorization header"));

        assertThat(failure(ID, "hf_secret").getMessage())
                .contains("this HF_TOKEN", "valid token")
                .doesNotContain("hf_secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void failureWhenTheModelIsGatedSaysHowToGetIn(int status) {
        hub.addHubFault(Faults.status(status, "X-Error-Code", "GatedRepo"));

        assertThat(failure(ID, null).getMessage())
                .contains("gated", "licence at " + hub.endpoint() + "/" + ID, "HF_TOKEN");
    }

    @Test
    void failureWhenTheRevisionIsUnknownNamesIt() {
        assertThat(failure(ID + "@v9", null).getMessage()).contains("no revision v9");
    }

    @Test
    void failureWhenAMirrorGivesNoReasonNamesTheModel() {
        hub.addHubFault(Faults.status(404));

        assertThat(failure(ID, null).getMessage()).contains("no model " + ID);
    }

    @Test
    void downloadWhenAMirrorGivesNoReasonForAMissingPreprocessorGoesWithout() {
        hub.addHubFault(Faults.on("/preprocessor_config.json", Faults.status(404)));

        assertThat(get(ID, null)).containsOnlyKeys("config.json", "model.safetensors");
    }

    @Test
    void downloadWhenTheHubAsksForAShortPauseWaitsAndGoesOn() {
        hub.addHubFault(Faults.times(1, Faults.status(429, "Retry-After", "1")));

        assertWhole(get(ID, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "Fri, 31 Dec 2100 23:59:59 GMT", "nonsense"})
    void failureWhenTheHubAsksForALongPauseSaysSo(String retryAfter) {
        hub.addHubFault(Faults.status(429, "Retry-After", retryAfter));

        HubException failure = failure(ID, null);
        assertThat(failure.getMessage()).contains("too many requests", retryAfter);
        assertThat(failure.hubDown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void failureWhenTheHubFailsCountsAsDown(int status) {
        hub.addHubFault(Faults.status(status));

        HubException failure = failure(ID, null);
        assertThat(failure.getMessage()).contains("status " + status);
        assertThat(failure.hubDown()).isTrue();
    }

    @Test
    void failureWhenNobodyListensCountsAsDown() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        HubException failure = failureAt(URI.create("http://127.0.0.1:" + port));
        assertThat(failure.getMessage()).contains("127.0.0.1:" + port, "refuses connections", "HF_ENDPOINT");
        assertThat(failure.hubDown()).isTrue();
    }

    @Test
    void failureWhenTheNameIsUnknownCountsAsDown() {
        HubException failure = failureAt(URI.create("http://hub.invalid"));
        assertThat(failure.getMessage()).contains("hub.invalid", "resolved");
        assertThat(failure.hubDown()).isTrue();
    }

    @Test
    void failureWhenTheHubNeverAnswersCountsAsDown() {
        CountDownLatch end = new CountDownLatch(1);
        hub.addHubFault(Faults.silence(end));

        HubException failure = failureAt(hub.endpoint(), Duration.ofMillis(500));
        end.countDown();
        assertThat(failure.getMessage()).contains("did not answer within 0.5 s");
        assertThat(failure.hubDown()).isTrue();
    }

    @Test
    void failureWhenThereIsNoTlsCountsAsDown() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answerInPlainText(plain));
            server.setDaemon(true);
            server.start();

            HubException failure = failureAt(URI.create("https://127.0.0.1:" + plain.getLocalPort()));
            assertThat(failure.getMessage()).contains("no trusted connection");
            assertThat(failure.hubDown()).isTrue();
        }
    }

    @Test
    void failureWhenAWebPageAnswersSaysItIsNoHub() {
        hub.addHubFault(Faults.webPage());

        HubException failure = failure(ID, null);
        assertThat(failure.getMessage()).contains("not a Hugging Face hub", "login page");
        assertThat(failure.hubDown()).isFalse();
    }

    @Test
    void failureWhenTheEtagIsNoChecksumSaysItIsNoHub() {
        hub.addHubFault(Faults.status(200, "X-Repo-Commit", COMMIT, "ETag", "\"../../evil\"", "Content-Length", "5"));

        assertThat(failure(ID, null).getMessage()).contains("not a Hugging Face hub");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/google/vit-base-patch16-224/resolve/main/config.json", "http://", "file:///etc/passwd", "a b"})
    void failureWhenRedirectsLeadNowhereSaysSo(String location) {
        hub.addHubFault(Faults.status(307, "Location", location));

        assertThat(failure(ID, null).getMessage()).contains("redirects to nowhere");
    }

    @Test
    void downloadWhenTheRepositoryWasRenamedFollows() {
        hub.addHubFault(exchange -> {
            String path = exchange.getRequestURI().getRawPath();
            return path.startsWith("/google/old-name/")
                    && Faults.status(307, "Location", path.replace("google/old-name", ID))
                            .answers(exchange);
        });

        assertWhole(get("google/old-name", null));
    }

    @Test
    void failureWhenTheStorageRefusesNamesTheStorage() {
        hub.addStorageFault(Faults.status(403));

        assertThat(failure(ID, null).getMessage()).contains("storage", "403").doesNotContain("licence");
    }

    @Test
    void failureWhenASmallFileIsAlteredOnTheWaySaysSo() {
        hub.addHubFault(Faults.onMethod("GET", Faults.on("/config.json", exchange -> {
            StandInHub.send(exchange, new byte[SampleRepository.CONFIG.length]);
            return true;
        })));

        assertThat(failure(ID, null).getMessage()).contains("config.json", "checksum");
    }

    /** Answers as servers do: once the client, which may connect more than once, has said something. */
    private static void answerInPlainText(ServerSocket server) {
        while (!server.isClosed()) {
            answerOneInPlainText(server);
        }
    }

    private static void answerOneInPlainText(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client has hung up, or the test is over.
        }
    }

    private Map<String, byte[]> get(String model, @Nullable String token) {
        return read(SampleRepository.settings(hub, cache, token, false), model);
    }

    private static Map<String, byte[]> read(HubSettings settings, String model) {
        return new HubClient(settings, new LogProgress())
                .read(HubRepository.parse(RepositoryKind.MODEL, model).orElseThrow(), SampleRepository::readAll);
    }

    private HubException failure(String model, @Nullable String token) {
        return catchThrowableOfType(HubException.class, () -> get(model, token));
    }

    private HubException failureAt(URI endpoint) {
        return failureAt(endpoint, Duration.ofSeconds(30));
    }

    private HubException failureAt(URI endpoint, Duration patience) {
        HubSettings settings = new HubSettings(endpoint, null, cache, false, patience, patience, Duration.ofMillis(10));
        return catchThrowableOfType(HubException.class, () -> read(settings, ID));
    }
}
