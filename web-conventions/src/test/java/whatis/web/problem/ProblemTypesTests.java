package whatis.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatusCode;

class ProblemTypesTests {

    private final ProblemTypes problems = new ProblemTypes(SampleProblem.values());

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, INVALID_REQUEST",
        "499, INVALID_REQUEST",
        "500, INTERNAL_ERROR",
        "501, INVALID_REQUEST",
        "503, INTERNAL_ERROR",
        "505, INVALID_REQUEST",
        "599, INTERNAL_ERROR"
    })
    void problemWhenFrameworkChoseAStatusExpectItsNamesakeOrTheCommonOne(int status, SampleProblem problem) {
        assertThat(problems.of(HttpStatusCode.valueOf(status))).isEqualTo(problem);
    }

    @Test
    void problemsWhenOneThatAllNeedIsMissingExpectItNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProblemTypes(SampleProblem.INVALID_REQUEST, SampleProblem.NOT_FOUND))
                .withMessageContaining("internal-error");
    }

    @Test
    void parameterWhenServiceHasNoProblemOfItsOwnExpectInvalidRequest() {
        assertThat(problems.invalidParameter()).isEqualTo(SampleProblem.INVALID_REQUEST);
    }
}
