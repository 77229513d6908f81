package whatis.commandline.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A running service: pictures are posted to its {@code /whatis/}, over connections that stay open. */
public final class HttpService implements Target {

    private static final int OK = 200;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(1);

    private static final String BOUNDARY = "----whatis-bench";
    private static final byte[] HEAD = """
            --%s\r
            Content-Disposition: form-data; name="file"; filename="picture"\r
            Content-Type: application/octet-stream\r
            \r
            """.formatted(BOUNDARY).getBytes(US_ASCII);
    private static final byte[] TAIL = "\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(US_ASCII);

    private final URI endpoint;
    private final HttpClient client;

    private HttpService(URI endpoint) {
        this.endpoint = endpoint;
        // A proxy would be measured, too.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /**
     * Finds a service.
     *
     * @param url such as {@code http://127.0.0.1:8000}; a path is what {@code /whatis/} is appended to
     * @throws IllegalArgumentException if that is not the address of a service
     * @throws UnreachableServiceException if nobody listens there
     */
    public static HttpService at(URI url) {
        boolean secure = "https".equals(url.getScheme());
        if (url.getHost() == null || !(secure || "http".equals(url.getScheme()))) {
            throw new IllegalArgumentException("not the address of a service, such as http://127.0.0.1:8000: " + url);
        }
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        InetSocketAddress address = new InetSocketAddress(url.getHost(), port);
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) CONNECT_TIMEOUT.toMillis());
        } catch (IOException e) {
            throw new UnreachableServiceException("no service answers at " + url + "; ./whatis serve starts one");
        }
        return new HttpService(URI.create(url.toString().replaceFirst("/*$", "") + "/whatis/"));
    }

    @Override
    public void ask(byte[] picture) throws UnansweredException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(HEAD),
                        BodyPublishers.ofByteArray(picture),
                        BodyPublishers.ofByteArray(TAIL)))
                .build();
        HttpResponse<Void> response;
        try {
            response = client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UnansweredException(e);
        }
        if (response.statusCode() != OK) {
            throw UnansweredException.ofStatus(response.statusCode(), retryAfter(response));
        }
    }

    /** Returns the seconds that the service asks to wait; -1 if it doesn't, or names a date. */
    private static long retryAfter(HttpResponse<Void> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,9}"))
                .map(Long::valueOf)
                .orElse(-1L);
    }

    /** Asks the metrics, which classifier-service has and a gateway may hide. */
    @Override
    public Optional<ProcessMemory> memory() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("../actuator/prometheus"))
                .timeout(ANSWER_TIMEOUT)
                .build();
        try {
            String metrics = client.send(request, BodyHandlers.ofString()).body();
            return bytes(metrics, "whatis_resident_memory_bytes")
                    .flatMap(resident -> bytes(metrics, "whatis_resident_memory_peak_bytes")
                            .map(peak -> new ProcessMemory(resident, peak)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> bytes(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.matches(name + " [0-9.E]+"))
                .map(line -> (long) Double.parseDouble(line.substring(name.length())))
                .findFirst();
    }
}
