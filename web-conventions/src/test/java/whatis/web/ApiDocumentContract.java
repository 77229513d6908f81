package whatis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document in {@code contracts/} that describes the API of a running service, and the page to read it. */
public interface ApiDocumentContract {

    int port();

    /** Returns the service's name, which is that of its module. */
    String service();

    /** With {@code -Dopenapi.write}, writes the document instead. */
    @Test
    default void documentWhenCodeHasChangedExpectItRenewed() throws Exception {
        Path document = Path.of("..", "contracts", service() + ".openapi.json");
        String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document()) + "\n";
        if (System.getProperty("openapi.write") != null) {
            Files.writeString(document, text);
        }
        assertThat(document)
                .as(
                        "renew it: mvn test -pl %s -am -Dtest=OpenApiTests -Dopenapi.write"
                                + " -Dsurefire.failIfNoSpecifiedTests=false",
                        service())
                .hasContent(text);
    }

    @Test
    default void documentWhenAskedTwiceExpectTheSame() throws Exception {
        assertThat(get("/v3/api-docs").body()).isEqualTo(get("/v3/api-docs").body());
    }

    @Test
    default void pageWhenOpenedExpectOnlyFilesOfThisService() throws Exception {
        HttpResponse<String> page = get("/swagger-ui/index.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe", "http");
        assertThat(page.body()).doesNotContain("src=\"http", "href=\"http");
        assertThat(get("/swagger-ui/swagger-initializer.js").body()).doesNotContain("http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"swagger-ui-bundle.js", "swagger-ui.css"})
    default void fileOfThePageWhenBrowserHasItExpectNotModified(String name) throws Exception {
        HttpResponse<String> file = get("/swagger-ui/" + name);
        assertThat(file.headers().allValues("Cache-Control")).containsExactly("no-cache");
        String date = file.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get("/swagger-ui/" + name, "If-Modified-Since", date).statusCode())
                .isEqualTo(304);
    }

    default JsonNode document() throws Exception {
        return Contracts.json(get("/v3/api-docs"));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return new ServiceClient(port()).get(path, headers);
    }
}
