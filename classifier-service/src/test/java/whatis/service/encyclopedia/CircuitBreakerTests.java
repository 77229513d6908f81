package whatis.service.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import whatis.service.RunningService;
import whatis.service.StandInEncyclopedia;
import whatis.service.problem.Problem;
import whatis.web.Contracts;
import whatis.web.problem.ProblemException;
import whatis.web.problem.ProblemType;

/** When wikipedia-service is asked and when it is left alone, by the questions that arrive there. */
class CircuitBreakerTests extends RunningService {

    private static final StandInEncyclopedia.Answer NONSENSE = StandInEncyclopedia.json(500, "{}");

    @Autowired
    private Encyclopedia encyclopedia;

    private int before;

    @BeforeEach
    void countQuestions() {
        before = ENCYCLOPEDIA.queries().size();
    }

    /** The breaker is reset after each test, and a probe that comes late would count for the next. */
    @AfterEach
    void awaitSilence() {
        int now = asked();
        await().during(Duration.ofMillis(100)).until(() -> asked() == now);
    }

    @Test
    void findWhenHalfOfTenQuestionsFailExpectNoneUntilRecoveryAndThenAll() {
        ask(5);
        ENCYCLOPEDIA.answer(NONSENSE);
        assertThat(ask(5)).containsOnly(Problem.ENCYCLOPEDIA_ERROR);
        assertThat(ask(20)).containsOnly(Problem.ENCYCLOPEDIA_UNAVAILABLE);
        assertThat(asked()).isEqualTo(10);

        ENCYCLOPEDIA.answer(StandInEncyclopedia.article());
        await().atMost(Duration.ofSeconds(30)).until(() -> find() == null);
        ask(20);
        assertThat(asked()).isEqualTo(10 + 1 + 20);
    }

    @Test
    void findWhenLessThanHalfOfTenFailExpectAllAsked() {
        ask(6);
        ENCYCLOPEDIA.answer(NONSENSE);
        ask(4);
        ENCYCLOPEDIA.answer(StandInEncyclopedia.article());
        ask(3);
        assertThat(asked()).isEqualTo(13);
    }

    @Test
    void findWhenCrowdComesAfterRecoveryTimeExpectTwoProbesAlone() throws InterruptedException {
        ENCYCLOPEDIA.answer(NONSENSE);
        ask(10);
        ENCYCLOPEDIA.answer(exchange -> {
            Thread.sleep(300);
            NONSENSE.send(exchange);
        });
        Thread.sleep(1_100);
        ExecutorService clients = Executors.newFixedThreadPool(20);
        try {
            clients.invokeAll(IntStream.range(0, 40)
                    .<Callable<Object>>mapToObj(i -> this::find)
                    .toList());
        } finally {
            clients.shutdownNow();
        }
        assertThat(asked()).isEqualTo(10 + 2);
        assertThat(find()).isEqualTo(Problem.ENCYCLOPEDIA_UNAVAILABLE);
    }

    @Test
    void findWhenWikipediaServiceSaysThatWikipediaFailsExpectItAskedAgain() {
        ENCYCLOPEDIA.answer(StandInEncyclopedia.json(503, Contracts.text("problem-encyclopedia-unavailable.json")));
        assertThat(ask(30)).containsOnly(Problem.ENCYCLOPEDIA_UNAVAILABLE);
        ENCYCLOPEDIA.answer(StandInEncyclopedia.noPage());
        assertThat(ask(30)).containsOnlyNulls();
        assertThat(asked()).isEqualTo(60);
    }

    private int asked() {
        return ENCYCLOPEDIA.queries().size() - before;
    }

    private List<@Nullable ProblemType> ask(int times) {
        return IntStream.range(0, times)
                .<@Nullable ProblemType>mapToObj(i -> find())
                .toList();
    }

    /** Returns null unless there is a problem. */
    private @Nullable ProblemType find() {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> encyclopedia.find("hammer", 500, "en"));
        return problem == null ? null : problem.problem();
    }
}
