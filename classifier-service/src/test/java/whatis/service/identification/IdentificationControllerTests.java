package whatis.service.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static whatis.web.Contracts.assertProblem;
import static whatis.web.Contracts.assertShape;
import static whatis.web.Contracts.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import whatis.service.Form;
import whatis.service.Pictures;
import whatis.service.RunningService;
import whatis.service.StandInEncyclopedia;
import whatis.web.Contracts;
import whatis.web.RawConnection;

class IdentificationControllerTests extends RunningService {

    @Test
    void answerWhenArticleIsFoundExpectContract() {
        HttpResponse<String> response = upload("");
        assertShape(response, "identification-known.json");
        JsonNode answer = json(response);
        assertThat(answer.get("guesses")).hasSize(5);
        assertThat(answer.get("label").asString())
                .isEqualTo(answer.at("/guesses/0/label").asString());
        assertThat(answer.get("label").asString()).startsWith(answer.get("term").asString() + ",");
        assertThat(answer.at("/model/name").asString()).isEqualTo("small-model");
    }

    @Test
    void answerWhenThereIsNoPageExpectDefinition() {
        ENCYCLOPEDIA.answer(StandInEncyclopedia.noPage());
        HttpResponse<String> response = upload("");
        assertShape(response, "identification-no-page.json");
        assertThat(json(response).at("/definition/source").asString()).isEqualTo("WordNet 3.0");
    }

    @Test
    void answerWhenEncyclopediaFailsExpectDefinitionAndProblem() {
        ENCYCLOPEDIA.answer(StandInEncyclopedia.json(503, Contracts.text("problem-encyclopedia-unavailable.json")));
        assertShape(upload(""), "identification-wikipedia-down.json");
    }

    @Test
    void answerWhenParametersAreGivenExpectThemObeyed() {
        JsonNode answer = json(upload("?top=20&characters=10000&language=de"));
        assertThat(answer.get("guesses")).hasSize(20);
        assertThat(ENCYCLOPEDIA.queries()).last().asString().contains("characters=10000", "language=de");
    }

    @Test
    void answerWhenBodyIsTheImageWithoutATypeExpectContract() throws IOException {
        byte[] image = Pictures.png();
        try (RawConnection connection = new RawConnection(port)) {
            connection.write(
                    "POST /api/v1/identifications HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                            + image.length + "\r\n\r\n");
            connection.write(image);
            assertThat(connection.answer()).startsWith("HTTP/1.1 200").contains("\"guesses\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/x-unknown", "application/octet-stream"})
    void answerWhenBodyIsTheImageExpectContract(String type) {
        HttpResponse<String> response = post("/api/v1/identifications?top=2", Pictures.png(), "Content-Type", type);
        assertShape(response, "identification-known.json");
        assertThat(json(response).get("guesses")).hasSize(2);
    }

    @Test
    void answerWhenBodyIsTheImageAndTooLargeOrEmptyExpectContract() {
        String path = "/api/v1/identifications";
        byte[] large = new byte[(10 << 20) + 1];
        assertThat(json(post(path, large, "Content-Type", "image/png"))
                        .get("type")
                        .asString())
                .isEqualTo("/problems/upload-too-large");
        assertThat(json(post(path, new byte[0], "Content-Type", "image/png"))
                        .get("type")
                        .asString())
                .isEqualTo("/problems/empty-body");
    }

    @Test
    void answerWhenBodyIsNeitherFormNorImageExpectTypesThatAre() {
        HttpResponse<String> response =
                post("/api/v1/identifications", Pictures.png(), "Content-Type", "application/x-www-form-urlencoded");
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(json(response).get("type").asString()).isEqualTo("/problems/unsupported-media-type");
        assertThat(response.headers().firstValue("Accept").orElseThrow())
                .contains("multipart/form-data", "image/*", "application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-tw", "zh-hans", "sr", "sr-el"})
    void answerWhenLanguageIsAVariantExpectItAskedFor(String language) {
        assertShape(upload("?language=" + language), "identification-known.json");
        assertThat(ENCYCLOPEDIA.queries()).last().asString().endsWith("language=" + language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "top=0",
                "top=21",
                "top=many",
                "characters=0",
                "characters=10001",
                "characters=99999999999",
                "language=xx",
                "language=zh-xx",
                "language=EN",
                "language=en.example%2F"
            })
    void answerWhenParametersAreWrongExpectContract(String query) {
        assertProblem(upload("?" + query), "invalid-parameter");
    }

    @Test
    void answerWhenQueryCannotBeDecodedExpectContract() throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            connection.write("POST /api/v1/identifications?top=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: " + Form.TYPE + "\r\nContent-Length: 0\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 400").contains("/problems/invalid-parameter");
        }
    }

    private HttpResponse<String> upload(String query) {
        return post("/api/v1/identifications" + query, Form.file(Pictures.png()).bytes());
    }
}
