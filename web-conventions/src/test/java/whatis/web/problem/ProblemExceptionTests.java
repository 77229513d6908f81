package whatis.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemExceptionTests {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "60000, 60"})
    void retryAfterWhenSentExpectWholeSecondsRoundedUpAndAtLeastOne(long millis, String seconds) {
        ProblemException e = new ProblemException(SampleProblem.INTERNAL_ERROR, Duration.ofMillis(millis));
        assertThat(e.retryAfterSeconds()).contains(seconds);
    }

    @Test
    void retryAfterWhenThereIsNoneExpectNoHeader() {
        assertThat(new ProblemException(SampleProblem.NOT_FOUND).retryAfterSeconds())
                .isEmpty();
    }
}
