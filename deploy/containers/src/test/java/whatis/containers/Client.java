package whatis.containers;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks what is in a picture. */
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final HttpRequest request;

    Client(URI url, byte[] picture) {
        request = HttpRequest.newBuilder(url)
                .header("Content-Type", "multipart/form-data; boundary=picture")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form(picture)))
                .build();
    }

    /** An answer, whatever its status. */
    record Answer(int status, JsonObject body) {

        String prediction() {
            return body.get("prediction").getAsString();
        }

        /** Returns the article, or its problem's type where there is none. */
        String article() {
            return body.has("problem")
                    ? body.getAsJsonObject("problem").get("type").getAsString()
                    : body.get("wikipedia info").getAsString();
        }
    }

    /** @throws IOException if no answer comes */
    Answer ask() throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(), JsonParser.parseString(response.body()).getAsJsonObject());
    }

    private static byte[] form(byte[] picture) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--picture\r\nContent-Disposition: form-data; name=\"file\"; filename=\"picture.png\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(picture);
        form.writeBytes("\r\n--picture--\r\n".getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }
}
