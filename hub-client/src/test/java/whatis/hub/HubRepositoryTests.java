package whatis.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static whatis.hub.RepositoryKind.MODEL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubModelTests {

    @Test
    void parseWhenNoRevisionIsGivenTakesMain() {
        assertThat(HubRepository.parse(MODEL, "google/vit-base-patch16-224"))
                .hasValue(new HubRepository(MODEL, "google/vit-base-patch16-224", "main"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3f49326", "v1.0", "refs/pr/1", "feature/x"})
    void parseWhenRevisionIsGivenTakesIt(String revision) {
        assertThat(HubRepository.parse(MODEL, "o/n@" + revision)).hasValue(new HubRepository(MODEL, "o/n", revision));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "/owner/name",
                "owner/",
                "a/b/c",
                "../b",
                "a/..",
                "a/b--c",
                "a/b@",
                "a/b@../../etc",
                "a/b@/x",
                "a/b@x/",
                "a b/c",
                "C:\\models",
                "a/b?c",
                "a/b@x y"
            })
    void parseWhenItIsNoHubIdIsEmpty(String text) {
        assertThat(HubRepository.parse(MODEL, text)).isEmpty();
    }

    @Test
    void mayBeCommitWhenSevenDigitsOrMoreIsTrue() {
        assertThat(HubRepository.mayBeCommit("3f49326")).isTrue();
        assertThat(HubRepository.mayBeCommit("a".repeat(40))).isTrue();
        assertThat(HubRepository.mayBeCommit("main")).isFalse();
        assertThat(HubRepository.mayBeCommit("3f4932")).isFalse();
    }
}
