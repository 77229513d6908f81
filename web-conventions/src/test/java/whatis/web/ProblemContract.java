package whatis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import whatis.web.problem.AccessProblem;
import whatis.web.problem.Explanation;
import whatis.web.problem.ProblemType;

/** Problems of a running service, their pages, and what documents say of them. */
public interface ProblemContract {

    int port();

    /** Returns those of the service's own. */
    ProblemType[] problems();

    /** Returns those of any service, too. */
    default List<ProblemType> allProblems() {
        return Stream.of(problems(), AccessProblem.values()).flatMap(Stream::of).toList();
    }

    /** Tells whether it comes as an answer of its own, which {@code contracts/} shows, or only within another. */
    default boolean isAnswered(ProblemType problem) {
        return true;
    }

    @Test
    default void pageWhenProblemExistsExpectExplanation() throws Exception {
        for (ProblemType problem : allProblems()) {
            HttpResponse<String> page = get("/problems/" + problem.slug());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
            Explanation explanation = problem.explanation();
            assertThat(HtmlUtils.htmlUnescape(page.body()))
                    .contains(problem.status().getReasonPhrase())
                    .contains(explanation.sentence(), explanation.cause(), explanation.remedy())
                    .contains("<html lang=\"en\">", "<main>");
        }
    }

    @Test
    default void pageWhenProblemIsAnAnswerExpectContract() throws Exception {
        for (ProblemType problem : allProblems()) {
            if (isAnswered(problem)) {
                String contract = Contracts.text("problem-" + problem.slug() + ".json");
                assertThat(HtmlUtils.htmlUnescape(
                                get("/problems/" + problem.slug()).body()))
                        .contains(contract);
                assertThat(JsonMapper.shared().readTree(contract).get("detail").asString())
                        .isEqualTo(problem.explanation().sentence());
            }
        }
    }

    @Test
    default void indexWhenOpenedExpectALinkToEachProblem() throws Exception {
        String index = get("/problems").body();
        assertThat(allProblems())
                .allSatisfy(problem -> assertThat(index).contains("href=\"/problems/" + problem.slug() + "\""));
    }

    @Test
    default void documentationWhenReadExpectALineOfEachProblem() {
        assertThat(allProblems())
                .allSatisfy(problem -> assertThat(Path.of("..", "docs", "problems.md"))
                        .content()
                        .contains("| `%s` | %d | %s |"
                                .formatted(
                                        problem.slug(),
                                        problem.status().value(),
                                        problem.explanation().sentence())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems/nonsense", "/nothing", "/error"})
    default void serviceWhenAddressIsUnknownExpectNotFound(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Contracts.json(response).get("type").asString()).isEqualTo("/problems/not-found");
    }

    @Test
    default void metricsWhenAddressIsUnknownExpectItCounted() throws Exception {
        get("/nothing");
        assertThat(get("/actuator/prometheus").body())
                .containsPattern("whatis_problems_total\\{problem=\"not-found\"} [1-9]");
    }

    @Test
    default void serviceWhenRequestIsNoHttpExpectNothingOfTheMachine() throws Exception {
        try (RawConnection connection = new RawConnection(port())) {
            connection.write("GET /what is HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 400").doesNotContain("Exception", "Tomcat", "\tat ");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return new ServiceClient(port()).get(path);
    }
}
