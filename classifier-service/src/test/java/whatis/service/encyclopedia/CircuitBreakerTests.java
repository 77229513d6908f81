package whatis.service.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import whatis.service.RunningService;
import whatis.service.StandInEncyclopedia;
import whatis.service.problem.Problem;
import whatis.web.Contracts;
import whatis.web.problem.ProblemException;
import whatis.web.problem.ProblemType;

/** When wikipedia-service is asked and when it is left alone, by the questions that arrive there. */
@ExtendWith(OutputCaptureExtension.class)
class CircuitBreakerTests extends RunningService {

    private static final StandInEncyclopedia.Answer NONSENSE = StandInEncyclopedia.json(500, "{}");

    private static final StandInEncyclopedia.Answer WIKIPEDIA_TOO_SLOW =
            StandInEncyclopedia.json(504, Contracts.text("problem-encyclopedia-timeout.json"));

    @Autowired
    private Encyclopedia encyclopedia;

    @Autowired
    private MeterRegistry registry;

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
    void logWhenCircuitBreakerIsOpenExpectOneWarningAndMetersToCount(CapturedOutput log) {
        ENCYCLOPEDIA.answer(NONSENSE);
        ask(10);
        double refused = refused();
        ask(20);
        assertThat(log.toString().lines().filter(line -> line.contains("No article on")))
                .hasSize(asked());
        assertThat(log.toString()).containsOnlyOnce("is left alone: half of the last 10 questions failed");
        assertThat(refused()).isEqualTo(refused + 20);
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
    void findWhenCrowdComesAfterRecoveryTimeExpectFewProbesAlone() throws Exception {
        ENCYCLOPEDIA.answer(NONSENSE);
        ask(10);
        ENCYCLOPEDIA.answer(exchange -> {
            Thread.sleep(300);
            NONSENSE.send(exchange);
        });
        Thread.sleep(1_100);
        askAtOnce(40);
        assertThat(asked()).isBetween(10 + 1, 10 + 10);
        assertThat(find()).isEqualTo(Problem.ENCYCLOPEDIA_UNAVAILABLE);
    }

    @Test
    void findWhenOneProbeFailsAfterRecoveryTimeExpectNoOtherUntilTheNext() throws Exception {
        ENCYCLOPEDIA.answer(NONSENSE);
        ask(10);
        Thread.sleep(1_100);
        assertThat(find()).isEqualTo(Problem.ENCYCLOPEDIA_ERROR);
        assertThat(ask(20)).containsOnly(Problem.ENCYCLOPEDIA_UNAVAILABLE);
        assertThat(asked()).isEqualTo(10 + 1);
    }

    @Test
    void findWhenHalfOfTenAnswersAreNoPageExpectThemCounted() {
        ENCYCLOPEDIA.answer(StandInEncyclopedia.noPage());
        ask(5);
        ENCYCLOPEDIA.answer(NONSENSE);
        ask(5);
        assertThat(ask(20)).containsOnly(Problem.ENCYCLOPEDIA_UNAVAILABLE);
        assertThat(asked()).isEqualTo(10);
    }

    @Test
    void findWhenWikipediaServiceIsBackAndWikipediaIsDownExpectAllAsked() throws Exception {
        ENCYCLOPEDIA.answer(NONSENSE);
        ask(10);
        ENCYCLOPEDIA.answer(WIKIPEDIA_TOO_SLOW);
        await().atMost(Duration.ofSeconds(30)).until(() -> find() == Problem.ENCYCLOPEDIA_TIMEOUT);
        int before = asked();
        ENCYCLOPEDIA.answer(exchange -> {
            Thread.sleep(100);
            WIKIPEDIA_TOO_SLOW.send(exchange);
        });
        assertThat(askAtOnce(40)).containsOnly(Problem.ENCYCLOPEDIA_TIMEOUT);
        assertThat(asked()).isEqualTo(before + 40);
    }

    @Test
    void findWhenProbesWaitForWikipediaExpectCachedArticle() throws Exception {
        ENCYCLOPEDIA.answer(NONSENSE);
        ask(10);
        CountDownLatch probes = new CountDownLatch(3);
        ENCYCLOPEDIA.answer(exchange -> {
            if (exchange.getRequestURI().getQuery().contains("hammer")) {
                StandInEncyclopedia.article().send(exchange);
            } else {
                probes.countDown();
                Thread.sleep(300);
                WIKIPEDIA_TOO_SLOW.send(exchange);
            }
        });
        Thread.sleep(1_100);
        ExecutorService clients = Executors.newFixedThreadPool(3);
        try {
            for (int i = 0; i < 3; i++) {
                clients.submit(() -> encyclopedia.find("anvil", 500, "en"));
            }
            probes.await(200, TimeUnit.MILLISECONDS);
            assertThat(find()).isNull();
        } finally {
            clients.shutdown();
            assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void findWhenWikipediaServiceSaysThatWikipediaFailsExpectItAskedAgain() {
        ENCYCLOPEDIA.answer(StandInEncyclopedia.json(503, Contracts.text("problem-encyclopedia-unavailable.json")));
        assertThat(ask(30)).containsOnly(Problem.ENCYCLOPEDIA_UNAVAILABLE);
        ENCYCLOPEDIA.answer(StandInEncyclopedia.noPage());
        assertThat(ask(30)).containsOnlyNulls();
        assertThat(asked()).isEqualTo(60);
    }

    private double refused() {
        return registry.get("resilience4j.circuitbreaker.not.permitted.calls")
                .counter()
                .count();
    }

    private int asked() {
        return ENCYCLOPEDIA.queries().size() - before;
    }

    private List<@Nullable ProblemType> ask(int times) {
        return IntStream.range(0, times)
                .<@Nullable ProblemType>mapToObj(i -> find())
                .toList();
    }

    private List<@Nullable ProblemType> askAtOnce(int times) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(20);
        try {
            List<@Nullable ProblemType> problems = new ArrayList<>();
            for (Future<@Nullable ProblemType> problem :
                    clients.invokeAll(Collections.<Callable<@Nullable ProblemType>>nCopies(times, this::find))) {
                problems.add(problem.get());
            }
            return problems;
        } finally {
            clients.shutdownNow();
        }
    }

    /** Returns null unless there is a problem. */
    private @Nullable ProblemType find() {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> encyclopedia.find("hammer", 500, "en"));
        return problem == null ? null : problem.problem();
    }
}
