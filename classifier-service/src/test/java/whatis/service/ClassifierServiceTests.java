package whatis.service;

import static org.assertj.core.api.Assertions.assertThat;
import static whatis.web.Contracts.assertProblem;
import static whatis.web.Contracts.assertShape;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.web.RawConnection;

/** The program from its start to its end, in a process of its own. */
class ClassifierServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private final StandInEncyclopedia encyclopedia = new StandInEncyclopedia();

    @TempDir
    private Path folder;

    private int port;
    private @Nullable Process process;

    @BeforeEach
    void choosePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void cleanUp() {
        encyclopedia.close();
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void programWhenModelIsMissingExpectOneClearLineAndFailure() throws Exception {
        start(Map.of("WHATIS_MODEL", "./no-such-model"));
        assertThat(exitCode()).isEqualTo(1);
        assertThat(log().lines().filter(line -> line.contains("ERROR")))
                .singleElement()
                .asString()
                .contains("No model, so this service ends.", "no-such-model");
        assertThat(log()).doesNotContain("\tat ");
    }

    @Test
    void programWhenHubRefusesTokenExpectItSentAndNeverLogged() throws Exception {
        List<String> authorizations = new CopyOnWriteArrayList<>();
        HttpServer hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        hub.start();
        try {
            start(Map.of(
                    "WHATIS_MODEL",
                    "owner/name",
                    "HF_HOME",
                    folder.toString(),
                    "HF_TOKEN",
                    "hf_secret",
                    "HF_ENDPOINT",
                    "http://127.0.0.1:" + hub.getAddress().getPort(),
                    "LOGGING_LEVEL_ROOT",
                    "debug"));
            assertThat(exitCode()).isEqualTo(1);
        } finally {
            hub.stop(0);
        }
        assertThat(authorizations).isNotEmpty().containsOnly("Bearer hf_secret");
        assertThat(log()).contains("No model, so this service ends.").doesNotContain("hf_secret");
    }

    @Test
    void programWhenSettingMakesNoSenseExpectItNamedAndFailure() throws Exception {
        start(Map.of("WHATIS_MODEL", SmallModel.FOLDER, "WHATIS_THRESHOLD", "80"));
        assertThat(exitCode()).isEqualTo(1);
        assertThat(log()).contains("threshold must be 0 to 1, not 80.0");
    }

    @Test
    void programWhenModelIsBeingLoadedExpectItToSaySo() throws Exception {
        try (ServerSocket silentHub = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            start(Map.of(
                    "WHATIS_MODEL",
                    "owner/name",
                    "HF_HOME",
                    folder.toString(),
                    "HF_HUB_ETAG_TIMEOUT",
                    "300",
                    "HF_ENDPOINT",
                    "http://127.0.0.1:" + silentHub.getLocalPort()));
            awaitStatus("/actuator/health/liveness", 200);
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            HttpResponse<String> response = upload();
            assertProblem(response, "starting");
            assertThat(response.headers().firstValue("Retry-After")).contains("2");
        }
    }

    @Test
    void programWhenItIsStoppedExpectWorkFinishedAndNewcomersRefused() throws Exception {
        SmallModel.write();
        encyclopedia.answer(StandInEncyclopedia.slow(2_500));
        start(Map.of(
                "WHATIS_MODEL",
                SmallModel.FOLDER,
                "WHATIS_THRESHOLD",
                "0",
                "WHATIS_WIKIPEDIA_SERVICE_URL",
                encyclopedia.url(),
                "WHATIS_ADMISSION_REQUESTS",
                "1"));
        awaitStatus("/actuator/health/readiness", 200);

        CompletableFuture<HttpResponse<String>> inWork = http.sendAsync(uploadRequest(), BodyHandlers.ofString());
        while (encyclopedia.queries().isEmpty()) {
            Thread.sleep(10);
        }
        HttpResponse<String> oneTooMany = upload();
        assertProblem(oneTooMany, "overloaded");
        assertThat(oneTooMany.headers().firstValue("Retry-After")).isPresent();
        assertThat(get("/actuator/prometheus").body())
                .contains("whatis_problems_total{problem=\"overloaded\"} 1.0")
                .containsPattern("http_server_requests_seconds_count\\{.*status=\"503\",uri=\"/whatis\"\\} 1");

        program().destroy();
        awaitStatus("/actuator/health/readiness", 503);
        assertThat(inWork).isNotDone();
        assertProblem(upload(), "stopping");
        HttpResponse<String> finished = inWork.get(1, TimeUnit.MINUTES);
        assertShape(finished, "whatis-known.json");
        assertThat(finished.headers().firstValue("Connection")).contains("close");
        assertThat(exitCode()).isZero();
    }

    @Test
    void programWhenItIsStoppedTwiceExpectItToEndAtOnce() throws Exception {
        SmallModel.write();
        start(Map.of("WHATIS_MODEL", SmallModel.FOLDER));
        awaitStatus("/actuator/health/readiness", 200);
        try (RawConnection unfinished = new RawConnection(port)) {
            unfinished.write(
                    "POST /whatis HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 100\r\n"
                            + "Content-Type: " + Form.TYPE + "\r\n\r\n");
            assertThat(unfinished.read("HTTP/1.1 100".length())).isEqualTo("HTTP/1.1 100");
            program().destroy();
            awaitStatus("/actuator/health/readiness", 503);
            program().destroy();
            assertThat(exitCode()).isEqualTo(128 + 15);
        }
    }

    private void start(Map<String, String> variables) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClassifierService.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(variables);
        builder.environment().put("WHATIS_CLASSIFIER_PORT", Integer.toString(port));
        process = builder.start();
    }

    private Process program() {
        return Objects.requireNonNull(process);
    }

    private int exitCode() throws InterruptedException {
        assertThat(program().waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
        return program().exitValue();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private void awaitStatus(String path, int status) throws InterruptedException {
        while (true) {
            try {
                if (get(path).statusCode() == status) {
                    return;
                }
            } catch (IOException e) {
                assertThat(program().isAlive()).as("running").isTrue();
            }
            Thread.sleep(50);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> upload() throws IOException, InterruptedException {
        return http.send(uploadRequest(), BodyHandlers.ofString());
    }

    private HttpRequest uploadRequest() {
        return HttpRequest.newBuilder(address("/whatis"))
                .header("Content-Type", Form.TYPE)
                .POST(BodyPublishers.ofByteArray(Form.file(Pictures.png()).bytes()))
                .build();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
