package whatis.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import whatis.service.Contracts;
import whatis.service.RawConnection;
import whatis.service.RunningService;

class ProblemControllerTests extends RunningService {

    @ParameterizedTest
    @EnumSource
    void pageWhenProblemExistsExpectExplanation(Problem problem) {
        HttpResponse<String> page = get("/problems/" + problem.slug());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(HtmlUtils.htmlUnescape(page.body()))
                .contains(
                        problem.status().getReasonPhrase(),
                        problem.explanation().sentence(),
                        problem.explanation().cause(),
                        problem.explanation().remedy())
                .contains("<html lang=\"en\">", "<main>");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "ENCYCLOPEDIA_.*")
    void pageWhenProblemIsAnAnswerExpectContract(Problem problem) {
        String contract = Contracts.text("problem-" + problem.slug() + ".json");
        assertThat(HtmlUtils.htmlUnescape(get("/problems/" + problem.slug()).body()))
                .contains(contract);
        assertThat(JsonMapper.shared().readTree(contract).get("detail").asString())
                .isEqualTo(problem.explanation().sentence());
    }

    @ParameterizedTest
    @EnumSource
    void indexWhenOpenedExpectALinkToEachProblem(Problem problem) {
        assertThat(get("/problems").body()).contains("href=\"/problems/" + problem.slug() + "\"");
    }

    @ParameterizedTest
    @EnumSource
    void documentationWhenReadExpectALineOfEachProblem(Problem problem) {
        assertThat(Path.of("..", "docs", "problems.md"))
                .content()
                .contains("| `%s` | %d | %s |"
                        .formatted(
                                problem.slug(),
                                problem.status().value(),
                                problem.explanation().sentence()));
    }

    @Test
    void pageWhenProblemDoesNotExistExpectNotFound() {
        HttpResponse<String> response = get("/problems/nonsense");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Contracts.json(response).get("type").asString()).isEqualTo("/problems/not-found");
    }

    @Test
    void serviceWhenAddressIsUnknownExpectNotFound() {
        HttpResponse<String> response = get("/nothing");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Contracts.json(response).get("type").asString()).isEqualTo("/problems/not-found");
    }

    @Test
    void serviceWhenRequestIsNoHttpExpectNothingOfTheMachine() throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            connection.write("GET /what is HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 400").doesNotContain("Exception", "Tomcat", "\tat ");
        }
    }
}
