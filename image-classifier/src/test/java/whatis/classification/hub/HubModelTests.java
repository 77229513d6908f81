package whatis.classification.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubModelTests {

    @Test
    void parseWhenNoRevisionIsGivenTakesMain() {
        assertThat(HubModel.parse("google/vit-base-patch16-224"))
                .hasValue(new HubModel("google/vit-base-patch16-224", "main"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3f49326", "v1.0", "refs/pr/1", "feature/x"})
    void parseWhenRevisionIsGivenTakesIt(String revision) {
        assertThat(HubModel.parse("o/n@" + revision)).hasValue(new HubModel("o/n", revision));
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
        assertThat(HubModel.parse(text)).isEmpty();
    }

    @Test
    void isPinnedWhenRevisionIsACommitIsTrue() {
        assertThat(new HubModel("o/n", "3f49326").isPinned()).isTrue();
        assertThat(new HubModel("o/n", "a".repeat(40)).isPinned()).isTrue();
        assertThat(new HubModel("o/n", "main").isPinned()).isFalse();
        assertThat(new HubModel("o/n", "3f4932").isPinned()).isFalse();
    }
}
