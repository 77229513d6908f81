package whatis.commandline.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServiceTests {

    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, '\r', '\n', 0};

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private volatile int status = 200;
    private volatile @Nullable String header;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/whatis/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        connections.add(exchange.getRemoteAddress());
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
        byte[] answer = "{\"prediction\":\"unknown\"}".getBytes(StandardCharsets.UTF_8);
        if (header != null) {
            exchange.getResponseHeaders().add("Retry-After", header);
        }
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void pictureWhenAskedAboutIsThePartFileOfAForm() throws Exception {
        service("").ask(PICTURE);

        assertThat(bodies)
                .singleElement()
                .asString()
                .contains("Content-Disposition: form-data; name=\"file\"; filename=\"")
                .contains("\r\n\r\n" + new String(PICTURE, ISO_8859_1) + "\r\n--");
    }

    @Test
    void connectionWhenAskedOverIsKept() throws Exception {
        HttpService service = service("/");
        for (int i = 0; i < 5; i++) {
            service.ask(PICTURE);
        }

        assertThat(bodies).hasSize(5);
        assertThat(connections).hasSize(1);
    }

    @Test
    void answerWhenNotOkIsAFailureByItsStatus() {
        status = 503;

        assertThatThrownBy(() -> service("").ask(PICTURE))
                .isInstanceOf(UnansweredException.class)
                .hasMessage("HTTP 503");
    }

    @ParameterizedTest
    @CsvSource({"7, 7000", "'Fri, 31 Dec 1999 23:59:59 GMT', 100", ", 100"})
    void clientWhenRefusedWaitsAsItIsTold(@Nullable String retryAfter, int milliseconds) {
        status = 503;
        header = retryAfter;

        assertThatThrownBy(() -> service("").ask(PICTURE))
                .isInstanceOfSatisfying(
                        UnansweredException.class,
                        refusal -> assertThat(refusal.pause()).hasMillis(milliseconds));
    }

    @Test
    void connectionWhenCutIsAFailure() throws IOException {
        HttpService service = service("");
        server.stop(0);

        assertThatThrownBy(() -> service.ask(PICTURE))
                .isInstanceOf(UnansweredException.class)
                .hasMessage("ConnectException");
    }

    @Test
    void memoryWhenTheServiceShowsItsMetricsIsTheirs() throws Exception {
        byte[] metrics = """
                # TYPE whatis_resident_memory_bytes gauge
                whatis_resident_memory_bytes 3.47123712E8
                whatis_resident_memory_peak_bytes 4.0E8
                """.getBytes(StandardCharsets.UTF_8);
        server.createContext("/actuator/prometheus", exchange -> {
            exchange.sendResponseHeaders(200, metrics.length);
            exchange.getResponseBody().write(metrics);
            exchange.close();
        });

        assertThat(service("").memory()).contains(new ProcessMemory(347_123_712, 400_000_000));
    }

    @Test
    void memoryWhenTheServiceHidesItsMetricsIsUnknown() throws Exception {
        assertThat(service("").memory()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "localhost", "ftp://127.0.0.1", "http:/whatis"})
    void addressWhenNoServicesIsRefused(String url) {
        assertThatThrownBy(() -> HttpService.at(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://127.0.0.1:8000");
    }

    private HttpService service(String path) {
        return HttpService.at(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
    }
}
