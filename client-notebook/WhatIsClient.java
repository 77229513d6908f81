import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Asks a running whatis what pictures show, with nothing but the JDK: {@code java WhatIsClient.java [--whole] PICTURE...}
 *
 * <p>Each answer is a line of JSON on standard output: the lab's, or with {@code --whole} everything that is known. A
 * picture without an answer is a line on standard error. {@code WHATIS_URL} says where the service is. The exit code is 1
 * if a picture has no answer, 2 if none is named, and 3 if no service is ready.
 */
final class WhatIsClient {

    private static final String USAGE = "usage: java WhatIsClient.java [--whole] PICTURE...";

    private static final int OK = 200;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** The service answers within 10 s of the last byte, so this leaves 50 s for the upload. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(1);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final String url;

    /** @param url without a slash at the end */
    WhatIsClient(String url) {
        this.url = url;
    }

    public static void main(String[] arguments) throws InterruptedException {
        List<String> pictures = new ArrayList<>(List.of(arguments));
        String path = pictures.remove("--whole") ? "/api/v1/identifications?top=3" : "/whatis/";
        if (pictures.isEmpty()) {
            System.err.println(USAGE);
            System.exit(2);
        }
        String url = System.getenv().getOrDefault("WHATIS_URL", "http://localhost:8000");
        WhatIsClient whatis = new WhatIsClient(url);
        if (!whatis.isReady()) {
            System.err.println("No service is ready at " + url + "; ./whatis serve starts one.");
            System.exit(3);
        }
        boolean answered = true;
        for (String picture : pictures) {
            try {
                System.out.println(whatis.ask(path, Path.of(picture)));
            } catch (IOException e) {
                System.err.println(picture + ": " + e.getMessage());
                answered = false;
            }
        }
        System.exit(answered ? 0 : 1);
    }

    /** Tells whether pictures are answered now. */
    boolean isReady() throws InterruptedException {
        HttpRequest request = request("/actuator/health/readiness").build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Posts a picture and returns the answer.
     *
     * @throws IOException if the picture can't be read, or if there is no answer; its message has the problem in words
     */
    String ask(String path, Path picture) throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        HttpRequest request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form(boundary, picture))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException(response.body());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER_TIMEOUT);
    }

    /** Returns a form whose one part is called {@code file}. The service looks at the bytes, never at a file's name. */
    private static BodyPublisher form(String boundary, Path picture) throws FileNotFoundException {
        String head = """
                --%s\r
                Content-Disposition: form-data; name="file"; filename="picture"\r
                \r
                """.formatted(boundary);
        String tail = "\r\n--" + boundary + "--\r\n";
        return BodyPublishers.concat(
                BodyPublishers.ofString(head), BodyPublishers.ofFile(picture), BodyPublishers.ofString(tail));
    }
}
