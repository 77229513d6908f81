package whatis.service.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatis.web.Contracts;

class LanguagesTests {

    @Test
    void codesWhenComparedExpectThoseOfWikipediaService() {
        JsonNode parameters = JsonMapper.shared()
                .readTree(Contracts.text("wikipedia-service.openapi.json"))
                .at("/paths/~1articles/get/parameters");
        assertThat(parameters
                        .valueStream()
                        .filter(parameter -> parameter.path("name").asString().equals("language")))
                .singleElement()
                .satisfies(language -> assertThat(
                                language.at("/schema/enum").valueStream().map(JsonNode::asString))
                        .containsExactlyElementsOf(Languages.codes()));
    }
}
