package whatis.wikipedia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real MediaWiki on loopback that fails on request and logs what it is asked. */
record MediaWiki(String url, Path home) {

    /** Returns the one that the environment names by {@code WHATIS_MEDIAWIKI_URL} and {@code WHATIS_MEDIAWIKI_HOME}. */
    static MediaWiki fromEnvironment() {
        return new MediaWiki(System.getenv("WHATIS_MEDIAWIKI_URL"), Path.of(System.getenv("WHATIS_MEDIAWIKI_HOME")));
    }

    /** Makes the next answers fail, such as {@code slow:5:1}: five seconds late, one time. */
    void fail(String fault) throws IOException {
        Files.writeString(home.resolve("faults").resolve("next"), fault);
    }

    void recover() throws IOException {
        Files.deleteIfExists(home.resolve("faults").resolve("next"));
    }

    /** Returns when each request came, in seconds, oldest first. */
    List<Double> requestTimes() throws IOException {
        try (var lines = Files.lines(home.resolve("requests.log"))) {
            return lines.map(JsonMapper.shared()::readTree)
                    .map(line -> line.get("t"))
                    .map(JsonNode::asDouble)
                    .toList();
        }
    }
}
