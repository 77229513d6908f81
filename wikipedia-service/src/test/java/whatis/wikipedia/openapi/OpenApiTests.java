package whatis.wikipedia.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatis.wikipedia.article.ServiceClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OpenApiTests {

    private static final Path DOCUMENT = Path.of("..", "contracts", "wikipedia-service.openapi.json");

    @LocalServerPort
    private int port;

    /** With {@code -Dopenapi.write}, writes the document instead. */
    @Test
    void documentWhenCodeHasChangedExpectItRenewed() throws Exception {
        JsonNode served = document();
        String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n";
        if (System.getProperty("openapi.write") != null) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT)
                .as("renew it: mvn test -pl wikipedia-service -Dtest=OpenApiTests -Dopenapi.write")
                .hasContent(text);
    }

    @Test
    void documentWhenAskedTwiceExpectTheSame() throws Exception {
        assertThat(get("/v3/api-docs").body()).isEqualTo(get("/v3/api-docs").body());
    }

    @Test
    void documentWhenReadExpectAnExampleOfEachAnswerWithABody() throws Exception {
        JsonNode responses = document().at("/paths/~1articles/get/responses");
        assertThat(responses.propertyNames())
                .containsExactlyInAnyOrder("200", "304", "400", "404", "405", "406", "500", "502", "503", "504");
        assertThat(responses
                        .valueStream()
                        .flatMap(response -> response.path("content").valueStream()))
                .hasSize(9)
                .allSatisfy(content -> assertThat(content.get("examples")).isNotEmpty());
    }

    @Test
    void pageWhenOpenedExpectOnlyFilesOfThisService() throws Exception {
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
    void fileOfThePageWhenBrowserHasItExpectNotModified(String name) throws Exception {
        HttpResponse<String> file = get("/swagger-ui/" + name);
        assertThat(file.headers().allValues("Cache-Control")).containsExactly("no-cache");
        String date = file.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get("/swagger-ui/" + name, "If-Modified-Since", date).statusCode())
                .isEqualTo(304);
    }

    private JsonNode document() throws Exception {
        return ServiceClient.json(get("/v3/api-docs"));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return new ServiceClient(port).get(path, headers);
    }
}
