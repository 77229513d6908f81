package whatis.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import whatis.service.RunningService;
import whatis.web.ApiDocumentContract;

class OpenApiTests extends RunningService implements ApiDocumentContract {

    @Override
    public String service() {
        return "classifier-service";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whatis", "/whatis/", "/api/v1/identifications"})
    void documentWhenReadExpectAnExampleOfEachAnswer(String path) throws Exception {
        JsonNode responses = document().get("paths").get(path).at("/post/responses");
        assertThat(responses.propertyNames())
                .containsExactlyInAnyOrder("200", "400", "403", "405", "406", "408", "413", "415", "422", "500", "503");
        assertThat(responses
                        .valueStream()
                        .flatMap(response -> response.get("content").valueStream()))
                .allSatisfy(content -> assertThat(content.get("examples")).isNotEmpty());
    }

    @Test
    void documentWhenMemberMayBeNullExpectItToSaySo() throws Exception {
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
}
