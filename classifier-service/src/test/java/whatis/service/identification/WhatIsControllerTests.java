package whatis.service.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static whatis.web.Contracts.assertShape;
import static whatis.web.Contracts.json;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import whatis.service.Form;
import whatis.service.Pictures;
import whatis.service.RunningService;
import whatis.service.StandInEncyclopedia;
import whatis.service.StandInEncyclopedia.Answer;
import whatis.web.Contracts;

class WhatIsControllerTests extends RunningService {

    @ParameterizedTest
    @ValueSource(strings = {"/whatis", "/whatis/"})
    void answerWhenArticleIsFoundExpectContract(String path) {
        HttpResponse<String> response = post(path, Form.file(Pictures.png()).bytes());
        assertShape(response, "whatis-known.json");
        assertThat(response.body()).startsWith("{\"prediction\":\"").contains("\",\"wikipedia info\":\"A hammer whose");
        assertThat(ENCYCLOPEDIA.queries()).last().asString().contains("characters=500", "language=en");
    }

    @Test
    void answerWhenArticleIsADisambiguationExpectItsText() {
        ENCYCLOPEDIA.answer(StandInEncyclopedia.json(200, Contracts.text("article-disambiguation.json")));
        assertThat(json(upload()).get("wikipedia info").asString()).isEqualTo("Crane may mean a bird or a machine.");
    }

    @Test
    void answerWhenThereIsNoPageExpectContract() {
        ENCYCLOPEDIA.answer(StandInEncyclopedia.noPage());
        HttpResponse<String> response = upload();
        assertShape(response, "whatis-no-page.json");
        assertThat(response.body()).endsWith("\",\"wikipedia info\":\"No pages found\"}");
    }

    static Stream<Arguments> failures() {
        Answer unavailable = StandInEncyclopedia.json(
                503, Contracts.text("problem-encyclopedia-unavailable.json"), "Retry-After", "7");
        return Stream.of(
                Arguments.of(
                        "encyclopedia-error",
                        StandInEncyclopedia.json(502, Contracts.text("problem-encyclopedia-error.json"))),
                Arguments.of("encyclopedia-unavailable", unavailable),
                Arguments.of(
                        "encyclopedia-timeout",
                        StandInEncyclopedia.json(504, Contracts.text("problem-encyclopedia-timeout.json"))),
                Arguments.of("encyclopedia-timeout", StandInEncyclopedia.slow(1_500)),
                Arguments.of("encyclopedia-timeout", StandInEncyclopedia.drip(3_000)),
                Arguments.of("encyclopedia-error", StandInEncyclopedia.json(200, "<html>It works!</html>")),
                Arguments.of("encyclopedia-error", StandInEncyclopedia.json(200, "{\"disambiguation\":false}")),
                Arguments.of("encyclopedia-error", StandInEncyclopedia.json(200, "")),
                Arguments.of("encyclopedia-error", StandInEncyclopedia.cut()),
                Arguments.of("encyclopedia-error", StandInEncyclopedia.page()),
                Arguments.of("encyclopedia-error", StandInEncyclopedia.redirect()),
                Arguments.of("encyclopedia-error", StandInEncyclopedia.flood()),
                Arguments.of("encyclopedia-error", StandInEncyclopedia.json(500, "{}")),
                Arguments.of("encyclopedia-error", StandInEncyclopedia.json(404, "nothing at this address")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void answerWhenEncyclopediaFailsExpectPredictionAndProblem(String slug, Answer failure) {
        ENCYCLOPEDIA.answer(failure);
        int before = ENCYCLOPEDIA.queries().size();
        HttpResponse<String> response = upload();
        assertShape(response, "whatis-wikipedia-down.json");
        assertThat(response.body()).contains("\",\"wikipedia info\":null,\"problem\":{\"type\":\"/problems/" + slug);
        assertThat(ENCYCLOPEDIA.queries()).as("never asked again").hasSize(before + 1);
    }

    @Test
    void answerWhenEncyclopediaIsDownExpectContractAndRecovery() throws Exception {
        ENCYCLOPEDIA.close();
        try {
            for (int i = 0; i < 10; i++) {
                assertShape(upload(), "whatis-wikipedia-down.json");
            }
        } finally {
            ENCYCLOPEDIA.reopen();
        }
        int before = ENCYCLOPEDIA.queries().size();
        HttpResponse<String> stillOpen = upload();
        assertThat(json(stillOpen).get("problem"))
                .isEqualTo(JsonMapper.shared()
                        .readTree(Contracts.text("whatis-wikipedia-down.json"))
                        .get("problem"));
        assertThat(ENCYCLOPEDIA.queries()).as("asked while the circuit is open").hasSize(before);

        Thread.sleep(1_100);
        assertShape(upload(), "whatis-known.json");
    }

    @Test
    void answerWhenPartHasNoFileNameExpectItRead() {
        byte[] form = new Form().add("form-data; name=\"file\"", Pictures.png()).bytes();
        assertShape(post("/whatis", form), "whatis-known.json");
    }

    private HttpResponse<String> upload() {
        return post("/whatis", Form.file(Pictures.png()).bytes());
    }
}
