package whatis.service.page;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real MediaWiki on loopback that fails on request. */
record MediaWiki(String url, Path home) {

    static boolean isNamed() {
        return System.getenv("WHATIS_MEDIAWIKI_URL") != null && System.getenv("WHATIS_MEDIAWIKI_HOME") != null;
    }

    /** Returns the one that the environment names by {@code WHATIS_MEDIAWIKI_URL} and {@code WHATIS_MEDIAWIKI_HOME}. */
    static MediaWiki fromEnvironment() {
        return new MediaWiki(System.getenv("WHATIS_MEDIAWIKI_URL"), Path.of(System.getenv("WHATIS_MEDIAWIKI_HOME")));
    }

    /** Returns the address of a page. */
    String page(String title) {
        return URI.create(url).resolve("/wiki/" + title).toString();
    }

    /** Writes a page, as anybody may. */
    void publish(String title, String text) {
        String form = "action=edit&format=json&title=%s&text=%s&token=%s"
                .formatted(encode(title), encode(text), encode("+\\"));
        HttpRequest edit = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        String answer = HttpClient.newHttpClient()
                .sendAsync(edit, BodyHandlers.ofString())
                .thenApply(HttpResponse::body)
                .join();
        if (!answer.contains("\"Success\"")) {
            throw new IllegalStateException("MediaWiki does not take the page: " + answer);
        }
    }

    /** Makes all answers fail, such as {@code 503}. */
    void fail(String fault) throws IOException {
        Files.writeString(home.resolve("faults").resolve("next"), fault);
    }

    void recover() throws IOException {
        Files.deleteIfExists(home.resolve("faults").resolve("next"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
