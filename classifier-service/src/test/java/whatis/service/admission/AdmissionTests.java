package whatis.service.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import whatis.service.problem.Problem;
import whatis.service.problem.ProblemException;

class AdmissionTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static Admission open(int requests, int parallel, Duration patience) {
        Admission admission = new Admission(requests, parallel, patience);
        admission.open();
        return admission;
    }

    private static void assertRefused(Admission admission, Problem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(admission::enter)
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }

    @Test
    void enterWhenNotOpenedExpectStopping() {
        assertRefused(new Admission(1, 1, LONG), Problem.STOPPING);
    }

    @Test
    void enterWhenAllRoomIsTakenExpectOverloadedUntilOneLeaves() {
        Admission admission = open(2, 1, LONG);
        admission.enter();
        admission.enter();
        assertRefused(admission, Problem.OVERLOADED);
        admission.leave();
        assertThatCode(admission::enter).doesNotThrowAnyException();
    }

    @Test
    void turnWhenItDoesNotComeInTimeExpectOverloaded() {
        Admission admission = open(9, 1, Duration.ofMillis(50));
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> occupy(admission, done));
        try {
            awaitTaken(admission);
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> admission.inTurn(() -> "second"))
                    .extracting(ProblemException::problem)
                    .isEqualTo(Problem.OVERLOADED);
        } finally {
            done.countDown();
            first.join();
        }
        assertThat(admission.<String>inTurn(() -> "third")).isEqualTo("third");
    }

    @Test
    void turnWhenWorkFailsExpectItGivenBack() {
        Admission admission = open(1, 1, Duration.ofMillis(50));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> admission.inTurn(() -> {
                    throw new IllegalStateException("broken");
                }));
        assertThat(admission.<String>inTurn(() -> "next")).isEqualTo("next");
    }

    @Test
    void turnWhenThreadIsInterruptedExpectCancellationAndStatusKept() {
        Admission admission = open(1, 1, LONG);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> admission.inTurn(() -> "never"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closeWhenRequestsAreInsideExpectItToWaitForThem() throws Exception {
        Admission admission = open(2, 1, LONG);
        admission.enter();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> {
            try {
                admission.close(LONG);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        while (!isClosed(admission)) {
            Thread.sleep(5);
        }
        assertThat(closed).isNotDone();
        admission.leave();
        closed.join();
    }

    @Test
    void closeWhenRequestsStayExpectItToGiveUp() throws InterruptedException {
        Admission admission = open(1, 1, LONG);
        admission.enter();
        admission.close(Duration.ofMillis(10));
        assertRefused(admission, Problem.STOPPING);
    }

    private static boolean isClosed(Admission admission) {
        try {
            admission.enter();
            admission.leave();
            return false;
        } catch (ProblemException e) {
            return e.problem() == Problem.STOPPING;
        }
    }

    private static void occupy(Admission admission, CountDownLatch done) {
        admission.inTurn(() -> {
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return "first";
        });
    }

    private static void awaitTaken(Admission admission) {
        while (true) {
            try {
                admission.inTurn(() -> {
                    Thread.yield();
                    return "free";
                });
            } catch (ProblemException e) {
                return;
            }
        }
    }
}
