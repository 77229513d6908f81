package whatis.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.service.RunningService;

class PageControllerTests extends RunningService {

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=UTF-8",
        "/page/main.js, text/javascript",
        "/page/languages/es.js, text/javascript",
        "/page/page.css, text/css",
        "/page/favicon.svg, image/svg+xml"
    })
    void fileWhenAskedForExpectItsTypeAndPolicy(String path, String type) {
        HttpResponse<String> file = get(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains(type);
        assertThat(file.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(file.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(file.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/main.js"})
    void fileWhenItIsUnchangedExpectNotModified(String path) {
        String tag = get(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = send(HttpRequest.newBuilder(address(path))
                .header("If-None-Match", tag)
                .build());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void pageWhenSentExpectPolicyWithoutForeignHostsAndInlineCode() {
        String policy = get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains(
                        "script-src 'self';", "style-src 'self';", "connect-src 'self';", "img-src 'self' blob: data:;")
                .doesNotContain("unsafe", "http", "*");
    }

    @Test
    void pageWhenSentExpectTheLimitOfUploads() {
        assertThat(get("/").body()).contains("data-upload-limit=\"10485760\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page", "/page/", "/page/nothing.js", "/page/../PageController.class", "/index.html"})
    void fileWhenThereIsNoneExpectNotFound(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }
}
