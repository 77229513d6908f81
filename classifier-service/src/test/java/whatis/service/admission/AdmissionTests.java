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
    private static final long MEMORY = 1000;
    private static final long NO_BYTES = 0;

    private static Admission open(int requests, Duration patience) {
        Admission admission = new Admission(requests, MEMORY, patience);
        admission.open();
        return admission;
    }

    private static void assertRefused(Admission admission, Problem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> admission.enter(NO_BYTES, NO_TIME))
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }

    @Test
    void enterWhenNotOpenedExpectStopping() {
        assertRefused(new Admission(1, MEMORY, LONG), Problem.STOPPING);
    }

    @Test
    void enterWhenAllRoomIsTakenExpectOverloadedUntilOneLeaves() {
        Admission admission = open(2, LONG);
        admission.enter(NO_BYTES, NO_TIME);
        admission.enter(NO_BYTES, NO_TIME);
        assertRefused(admission, Problem.OVERLOADED);
        admission.leave(NO_BYTES);
        assertThatCode(() -> admission.enter(NO_BYTES, NO_TIME)).doesNotThrowAnyException();
    }

    @Test
    void enterWhenTheTurnWouldComeTooLateExpectOverloadedAndWhenToComeBack() {
        Admission admission = open(9, Duration.ofSeconds(1));
        Duration timePerImage = Duration.ofMillis(400);
        for (int i = 0; i < 3; i++) {
            admission.enter(NO_BYTES, timePerImage);
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> admission.enter(NO_BYTES, timePerImage))
                .satisfies(e -> {
                    assertThat(e.problem()).isEqualTo(Problem.OVERLOADED);
                    assertThat(e.retryAfter()).contains(Duration.ofMillis(1200));
                });
        admission.leave(NO_BYTES);
        assertThatCode(() -> admission.enter(NO_BYTES, timePerImage)).doesNotThrowAnyException();
    }

    @Test
    void enterWhenMemoryIsTakenExpectOverloadedUntilOneLeaves() {
        Admission admission = open(9, LONG);
        admission.enter(600, NO_TIME);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> admission.enter(401, NO_TIME))
                .extracting(ProblemException::problem)
                .isEqualTo(Problem.OVERLOADED);
        assertThatCode(() -> admission.enter(400, NO_TIME)).doesNotThrowAnyException();
        admission.leave(600);
        assertThatCode(() -> admission.enter(600, NO_TIME)).doesNotThrowAnyException();
    }

    @Test
    void enterWhenOneIsTooMuchForTheMemoryExpectItAlone() {
        Admission admission = open(9, LONG);
        assertThatCode(() -> admission.enter(MEMORY + 1, NO_TIME)).doesNotThrowAnyException();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> admission.enter(1, NO_TIME));
    }

    @Test
    void closeWhenRequestsAreInsideExpectItToWaitForThem() throws Exception {
        Admission admission = open(2, LONG);
        admission.enter(NO_BYTES, NO_TIME);
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
        admission.leave(NO_BYTES);
        closed.join();
    }

    @Test
    void closeWhenRequestsStayExpectItToGiveUp() throws InterruptedException {
        Admission admission = open(1, LONG);
        admission.enter(NO_BYTES, NO_TIME);
        admission.close(Duration.ofMillis(10));
        assertRefused(admission, Problem.STOPPING);
    }
}
