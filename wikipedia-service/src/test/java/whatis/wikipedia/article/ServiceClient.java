package whatis.wikipedia.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service and compares its answers with the messages in {@code contracts/}. */
public final class ServiceClient {

    private static final Path CONTRACTS = Path.of("..", "contracts");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    public ServiceClient(int port) {
        this.port = port;
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    public HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    public static JsonNode contract(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(CONTRACTS.resolve(name)));
    }

    public static void assertMessage(HttpResponse<String> response, int status, String contract) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response)).isEqualTo(contract(contract));
    }
}
