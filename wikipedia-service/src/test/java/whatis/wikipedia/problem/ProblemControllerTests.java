package whatis.wikipedia.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import whatis.wikipedia.article.ServiceClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProblemControllerTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void pageWhenProblemExistsExpectExplanationAndExample(Problem problem) throws Exception {
        HttpResponse<String> page = get("/problems/" + problem.slug());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        String contract = Files.readString(Path.of("..", "contracts", "problem-" + problem.slug() + ".json"));
        assertThat(HtmlUtils.htmlUnescape(page.body()))
                .contains(
                        problem.status().getReasonPhrase(),
                        problem.explanation().sentence(),
                        problem.explanation().cause(),
                        problem.explanation().remedy())
                .contains(contract)
                .contains("<html lang=\"en\">", "<main>");
    }

    @ParameterizedTest
    @EnumSource
    void indexWhenOpenedExpectALinkToEachProblem(Problem problem) throws Exception {
        assertThat(get("/problems").body()).contains("href=\"/problems/" + problem.slug() + "\"");
    }

    @ParameterizedTest
    @EnumSource
    void problemWhenItIsToldExpectContract(Problem problem) throws Exception {
        assertThat(problem.detail().getDetail())
                .isEqualTo(ServiceClient.contract("problem-" + problem.slug() + ".json")
                        .get("detail")
                        .asString());
    }

    @ParameterizedTest
    @EnumSource
    void documentationWhenReadExpectALineOfEachProblem(Problem problem) throws Exception {
        assertThat(Path.of("..", "docs", "problems.md"))
                .content()
                .contains("| `%s` | %d | %s |"
                        .formatted(
                                problem.slug(),
                                problem.status().value(),
                                problem.explanation().sentence()));
    }

    @Test
    void pageWhenBrowserShowsItExpectNothingButItsStyleAllowed() throws Exception {
        HttpResponse<String> page = get("/problems");
        String style = page.body().replaceFirst("(?s).*<style>(.*)</style>.*", "$1");
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; ")
                .endsWith("; style-src 'sha256-" + hash + "'");
    }

    @Test
    void pageWhenProblemDoesNotExistExpectNotFound() throws Exception {
        HttpResponse<String> response = get("/problems/nonsense");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(ServiceClient.json(response).get("type").asString()).isEqualTo("/problems/not-found");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return new ServiceClient(port).get(path);
    }
}
