package whatis.wikipedia.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import whatis.web.ApiDocumentContract;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OpenApiTests implements ApiDocumentContract {

    @LocalServerPort
    private int port;

    @Override
    public int port() {
        return port;
    }

    @Override
    public String service() {
        return "wikipedia-service";
    }

    @Test
    void documentWhenReadExpectAnExampleOfEachAnswerWithABody() throws Exception {
        JsonNode responses = document().at("/paths/~1articles/get/responses");
        assertThat(responses.propertyNames())
                .containsExactlyInAnyOrder("200", "304", "400", "403", "404", "405", "406", "500", "502", "503", "504");
        assertThat(responses
                        .valueStream()
                        .flatMap(response -> response.path("content").valueStream()))
                .hasSize(10)
                .allSatisfy(content -> assertThat(content.get("examples")).isNotEmpty());
    }
}
