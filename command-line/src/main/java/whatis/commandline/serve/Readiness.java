package whatis.commandline.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** How far a service is. */
enum Readiness {
    /** It doesn't answer. */
    SILENT,
    /** It answers that it isn't ready. */
    STARTING,
    READY;

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Makes a client for {@link #ask}; a proxy is for the world outside. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Asks a service how far it is. */
    static Readiness ask(Service service, HttpClient client) throws InterruptedException {
        URI url = service.url("/actuator/health/readiness");
        HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK ? READY : STARTING;
        } catch (IOException e) {
            return SILENT;
        }
    }
}
