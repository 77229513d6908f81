package whatis.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import whatis.service.model.Model;

/** The whole service on a port of its own, with a small model that knows everything, and a stand-in encyclopedia. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "whatis.classifier.model=" + SmallModel.FOLDER,
            "whatis.identification.threshold=0",
            "whatis.encyclopedia.read-timeout=500ms",
            "whatis.encyclopedia.recovery=1s",
            // Boot leaves it out of tests.
            "management.prometheus.metrics.export.enabled=true"
        })
public abstract class RunningService {

    protected static final StandInEncyclopedia ENCYCLOPEDIA = new StandInEncyclopedia();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static {
        SmallModel.write();
    }

    @LocalServerPort
    protected int port;

    @Autowired
    private Model model;

    @Autowired
    private Resilience4JCircuitBreakerFactory circuitBreakers;

    @DynamicPropertySource
    static void askTheStandIn(DynamicPropertyRegistry properties) {
        properties.add("whatis.encyclopedia.url", ENCYCLOPEDIA::url);
    }

    @BeforeEach
    void waitForModel() throws InterruptedException {
        while (model.classifier().isEmpty()) {
            Thread.sleep(20);
        }
    }

    @AfterEach
    void mend() {
        ENCYCLOPEDIA.answer(StandInEncyclopedia.article());
        circuitBreakers.getCircuitBreakerRegistry().getAllCircuitBreakers().forEach(breaker -> breaker.reset());
    }

    /** Returns the port for the contracts of all services. */
    public int port() {
        return port;
    }

    protected HttpResponse<String> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).POST(BodyPublishers.ofByteArray(body));
        request.header("Content-Type", Form.TYPE);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    protected HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address(path)).build());
    }

    protected static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    protected URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
