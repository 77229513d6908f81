package whatis.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the messages in {@code contracts/}, and what is not quite them. */
class ExpectationTests {

    @ParameterizedTest
    @CsvSource({
        "hammer, whatis-known.json, true",
        "hammer, whatis-no-page.json, true",
        "hammer, whatis-wikipedia-down.json, true",
        "nail, whatis-known.json, false",
        "unknown, whatis-unknown.json, true",
        "hammer, whatis-unknown.json, false",
        "unknown, problem-overloaded.json, false"
    })
    void predictionWhenAnswerIsOneOfTheContractsExpectOnlyTheRight(String label, String contract, boolean right)
            throws IOException {
        assertThat(Expectation.prediction(label).accepts(200, Expectation.json(contract(contract))))
                .isEqualTo(right);
        assertThat(Expectation.prediction(label).accepts(500, Expectation.json(contract(contract))))
                .isFalse();
    }

    @Test
    void predictionWhenNeitherArticleNorProblemComesExpectNone() {
        assertThat(Expectation.prediction("hammer")
                        .accepts(200, Expectation.json("{\"prediction\":\"hammer\",\"wikipedia info\":null}")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "415, problem-unsupported-image-format.json, true",
        "422, problem-unreadable-image.json, true",
        "422, problem-image-too-large.json, true",
        "500, problem-unreadable-image.json, false",
        "400, problem-missing-file.json, false",
        "200, problem-unreadable-image.json, false",
        "200, whatis-unknown.json, true"
    })
    void anyPictureWhenAnswerIsOneOfTheContractsExpectOnlyThoseOfPictures(int status, String contract, boolean right)
            throws IOException {
        assertThat(Expectation.anyPicture().accepts(status, Expectation.json(contract(contract))))
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"400, missing-file, true", "400, empty-file, false", "500, missing-file, false"})
    void problemWhenAnswerIsAnotherExpectNone(int status, String slug, boolean right) throws IOException {
        String answer = contract("problem-missing-file.json");
        assertThat(Expectation.problem(400, slug).accepts(status, Expectation.json(answer)))
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"''", "nothing", "[]", "'{'"})
    void jsonWhenBodyIsNoObjectExpectNothingAccepted(String body) {
        assertThat(Expectation.anyPicture().accepts(200, Expectation.json(body)))
                .isFalse();
    }

    private static String contract(String name) throws IOException {
        return Files.readString(Path.of("..", "contracts", name));
    }
}
