package whatis.wikipedia.security;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import whatis.web.BoundsContract;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Boot leaves it out of tests.
        properties = "management.prometheus.metrics.export.enabled=true")
class BoundsTests implements BoundsContract {

    @LocalServerPort
    private int port;

    @Override
    public int port() {
        return port;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /articles, 400",
        "POST, /articles?query=hammer, 405",
        "PUT, /articles?query=hammer, 405",
        "DELETE, /articles, 405",
        "PATCH, /, 404"
    })
    void formWhenNobodyReadsItExpectAnswerAlready(String method, String path, int status) throws IOException {
        assertAnsweredAlready(method, path, FORM, status);
    }

    @Test
    void clientsWhenTheyTrickleExpectNoThreadHeld() throws Exception {
        assertNoThreadHeld("/articles", FORM);
    }
}
