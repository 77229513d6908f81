package whatis.wikipedia.article;

import static org.assertj.core.api.Assertions.assertThat;
import static whatis.web.Contracts.assertMessage;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

/** What clients see while Wikipedia is down; articles are old at once here. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "whatis.wikipedia.cache.hits=0s")
class OutageTests {

    private static final StandInWikipedia WIKIPEDIA = new StandInWikipedia();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void askTheStandIn(DynamicPropertyRegistry properties) {
        properties.add("whatis.wikipedia.url", WIKIPEDIA::url);
    }

    @AfterAll
    static void stopWikipedia() {
        WIKIPEDIA.close();
    }

    @Test
    void articleWhenWikipediaWantsABreakExpectOldArticlesAndForOthersTheTimeToWait() throws Exception {
        ServiceClient service = new ServiceClient(port);
        WIKIPEDIA.answer(
                StandInWikipedia.page("Hammer", "A tool."),
                StandInWikipedia.status("429 Too Many Requests", "Retry-After: 1000"));
        String first = service.get("/articles?query=hammer").body();

        HttpResponse<String> old = service.get("/articles?query=hammer");
        assertThat(old.statusCode()).isEqualTo(200);
        assertThat(old.body()).isEqualTo(first);

        HttpResponse<String> unknown = service.get("/articles?query=anvil");
        assertMessage(unknown, 503, "problem-encyclopedia-unavailable.json");
        assertThat(unknown.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(900L, 1000L);
        assertThat(WIKIPEDIA.requests()).hasSize(2);

        // A crowd with new terms does not get through, either.
        assertThat(crowd(service)).containsOnly(503);
        assertThat(WIKIPEDIA.requests()).hasSize(2);
    }

    private static Set<Integer> crowd(ServiceClient service) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Integer>> questions = IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> service.get("/articles?query=term" + i).statusCode())
                    .toList();
            Set<Integer> statuses = new TreeSet<>();
            for (Future<Integer> status : clients.invokeAll(questions)) {
                statuses.add(status.get());
            }
            return statuses;
        } finally {
            clients.shutdownNow();
        }
    }
}
