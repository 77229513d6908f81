package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArticleTests {

    private static String extract(String text, int characters) {
        return new Article("Title", URI.create("https://wiki.example"), text, "en", false, Instant.EPOCH)
                .extract(characters);
    }

    @Test
    void extractWhenTextIsShorterExpectAll() {
        assertThat(extract("hammer", 6)).isEqualTo("hammer");
        assertThat(extract("", 1)).isEmpty();
    }

    @Test
    void extractWhenTextIsLongerExpectItsBeginning() {
        assertThat(extract("hammer", 3)).isEqualTo("ham");
    }

    @Test
    void extractWhenCutFallsAfterACharacterBeyondTheBasicPlaneExpectItWhole() {
        assertThat(extract("a\uD83D\uDE00b", 2)).isEqualTo("a\uD83D\uDE00");
        assertThat(extract("\uD83D\uDE00\uD83D\uDE00", 2)).isEqualTo("\uD83D\uDE00\uD83D\uDE00");
    }
}
