package whatis.wikipedia.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import whatis.web.ServiceClient;
import whatis.wikipedia.encyclopedia.StandInWikipedia;

/** What clients of one edition see while another edition can't be reached. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DeadEditionTests {

    private static final StandInWikipedia WIKIPEDIA = new StandInWikipedia();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void askTheStandIn(DynamicPropertyRegistry properties) {
        properties.add("whatis.wikipedia.url", () -> WIKIPEDIA.url().replace("/w/api.php", "/{language}"));
        properties.add("whatis.wikipedia.deadline", () -> "1s");
        properties.add("whatis.wikipedia.patience", () -> "5s");
    }

    @AfterAll
    static void stopWikipedia() {
        WIKIPEDIA.close();
    }

    @Test
    void articleWhenAnotherEditionDoesNotResolveExpectArticle() throws Exception {
        WIKIPEDIA.answerAt("/en", StandInWikipedia.page("Hammer", "A tool."));
        WIKIPEDIA.answerAt("/it", StandInWikipedia.redirect("http://nowhere.invalid/w/api.php"));
        for (int i = 0; i < 5; i++) {
            assertThat(ask("it", i)).isEqualTo(503);
            assertThat(ask("en", i)).isEqualTo(200);
        }
    }

    @Test
    void articleWhenACrowdAsksASilentEditionExpectArticleOfAnotherAndFewTries() throws Exception {
        WIKIPEDIA.answerAt("/fr", StandInWikipedia.page("Marteau", "Un outil."));
        WIKIPEDIA.answerAt("/de", StandInWikipedia.silence());
        ExecutorService crowd = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Integer>> questions = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i -> () -> ask("de", i))
                    .toList();
            assertThat(crowd.invokeAll(questions))
                    .allSatisfy(status -> assertThat(status.get()).isIn(503, 504));
        } finally {
            crowd.shutdownNow();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(ask("de", 100 + i)).isIn(503, 504);
            assertThat(ask("fr", i)).isEqualTo(200);
        }
        assertThat(WIKIPEDIA.requests().stream().filter(request -> request.startsWith("GET /de?")))
                .hasSizeLessThan(15);
    }

    private int ask(String language, int term) throws Exception {
        return new ServiceClient(port)
                .get("/articles?query=hammer" + term + "&language=" + language)
                .statusCode();
    }
}
