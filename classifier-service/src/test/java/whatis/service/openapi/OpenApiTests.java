package whatis.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatis.service.Contracts;
import whatis.service.RunningService;

class OpenApiTests extends RunningService {

    private static final Path DOCUMENT = Path.of("..", "contracts", "classifier-service.openapi.json");

    /** With {@code -Dopenapi.write}, writes the document instead. */
    @Test
    void documentWhenCodeHasChangedExpectItRenewed() throws IOException {
        String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document()) + "\n";
        if (System.getProperty("openapi.write") != null) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT)
                .as("renew it: mvn test -pl classifier-service -am -Dtest=OpenApiTests -Dopenapi.write"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .hasContent(text);
    }

    @Test
    void documentWhenAskedTwiceExpectTheSame() {
        assertThat(get("/v3/api-docs").body()).isEqualTo(get("/v3/api-docs").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whatis", "/whatis/", "/api/v1/identifications"})
    void documentWhenReadExpectAnExampleOfEachAnswer(String path) {
        JsonNode responses = document().get("paths").get(path).at("/post/responses");
        assertThat(responses.propertyNames())
                .containsExactlyInAnyOrder("200", "400", "405", "406", "408", "413", "415", "422", "500", "503");
        assertThat(responses
                        .valueStream()
                        .flatMap(response -> response.get("content").valueStream()))
                .allSatisfy(content -> assertThat(content.get("examples")).isNotEmpty());
    }

    @Test
    void documentWhenMemberMayBeNullExpectItToSaySo() {
        JsonNode schemas = document().at("/components/schemas");
        JsonNode identification = schemas.get("IdentificationResponse");
        assertThat(identification.get("required")).hasSameSizeAs(identification.get("properties"));
        assertThat(identification.at("/properties/article/anyOf/1/type").asString())
                .isEqualTo("null");
        assertThat(identification.at("/properties/label/type").asString()).isEqualTo("string");
        assertThat(schemas.at("/WithoutWikipedia/properties/wikipedia info/anyOf/1/type")
                        .asString())
                .isEqualTo("null");
        assertThat(schemas.at("/Known/properties/wikipedia info/type").asString())
                .isEqualTo("string");
    }

    @Test
    void pageWhenOpenedExpectOnlyFilesOfThisService() {
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
    void fileOfThePageWhenBrowserHasItExpectNotModified(String name) {
        HttpResponse<String> file = get("/swagger-ui/" + name);
        assertThat(file.headers().allValues("Cache-Control")).containsExactly("no-cache");
        String date = file.headers().firstValue("Last-Modified").orElseThrow();
        HttpRequest again = HttpRequest.newBuilder(address("/swagger-ui/" + name))
                .header("If-Modified-Since", date)
                .build();
        assertThat(send(again).statusCode()).isEqualTo(304);
    }

    private JsonNode document() {
        return Contracts.json(get("/v3/api-docs"));
    }
}
