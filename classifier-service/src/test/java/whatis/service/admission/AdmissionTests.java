package whatis.service.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;

class AdmissionTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration NO_TIME = Duration.ZERO;

    private static Admission open(int requests, Duration patience) {
        Admission admission = new Admission(requests, patience);
        admission.open();
        return admission;
    }

    private static void assertRefused(Admission admission, Problem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> admission.accept(NO_TIME))
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }

    @Test
    void acceptWhenNotOpenedExpectStopping() {
        assertRefused(new Admission(1, LONG), Problem.STOPPING);
    }

    @Test
    void enterWhenAllRoomIsTakenExpectOverloadedUntilOneLeaves() {
        Admission admission = open(2, LONG);
        admission.enter(NO_TIME);
        admission.enter(NO_TIME);
        assertRefused(admission, Problem.OVERLOADED);
        admission.leave();
        assertThatCode(() -> admission.enter(NO_TIME)).doesNotThrowAnyException();
    }

    @Test
    void enterWhenTheTurnWouldComeTooLateExpectOverloadedAndWhenToComeBack() {
        Admission admission = open(9, Duration.ofSeconds(1));
        Duration timePerImage = Duration.ofMillis(400);
        for (int i = 0; i < 3; i++) {
            admission.enter(timePerImage);
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> admission.enter(timePerImage))
                .satisfies(e -> {
                    assertThat(e.problem()).isEqualTo(Problem.OVERLOADED);
                    assertThat(e.retryAfter()).contains(Duration.ofMillis(1200));
                });
        admission.leave();
        assertThatCode(() -> admission.enter(timePerImage)).doesNotThrowAnyException();
    }

    @Test
    void acceptWhenManyUploadsAreStillArrivingExpectRoomForAnother() {
        Admission admission = open(1, LONG);
        for (int i = 0; i < 20; i++) {
            admission.accept(NO_TIME);
        }
        assertThat(admission.outside()).isEqualTo(20);
        assertThatCode(() -> admission.enter(NO_TIME)).doesNotThrowAnyException();
        assertRefused(admission, Problem.OVERLOADED);
    }

    @Test
    void closeWhenRequestsAreAcceptedExpectItToWaitForThem() throws Exception {
        Admission admission = open(2, LONG);
        admission.accept(NO_TIME);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> {
            try {
                admission.close(LONG);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        while (!admission.isClosed()) {
            Thread.sleep(5);
        }
        assertThat(closed).isNotDone();
        admission.end();
        closed.join();
    }

    @Test
    void closeWhenRequestsStayExpectItToGiveUp() throws InterruptedException {
        Admission admission = open(1, LONG);
        admission.accept(NO_TIME);
        admission.close(Duration.ofMillis(10));
        assertRefused(admission, Problem.STOPPING);
    }
}
