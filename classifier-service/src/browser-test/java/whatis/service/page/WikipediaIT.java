package whatis.service.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands where an article would. */
class WikipediaIT extends BrowserTest {

    private final MediaWiki mediaWiki = MediaWiki.fromEnvironment();

    @AfterEach
    void recover() throws IOException {
        mediaWiki.recover();
    }

    @Test
    void answerWhenThereIsNoPageExpectDefinition() {
        pick(CROSSWORD);
        assertThat(cards().locator("h2")).hasText("crossword puzzle");
        assertThat(cards()).containsText("Wikipedia has no page on it.");
        assertThat(cards()).containsText("a puzzle in which words corresponding to numbered clues are to be found");
        assertThat(cards()).containsText("From WordNet 3.0");
        assertThat(cards().locator(".problem")).hasCount(0);
    }

    @Test
    void answerWhenPictureIsUnknownExpectGuessesOnly() {
        pick(WALL_CLOCK);
        assertThat(cards().locator("h2")).hasText("Unknown");
        assertThat(cards()).containsText("No guess reaches the 80%");
        assertThat(cards().locator("li").first()).containsText("wall clock");
        assertThat(cards().locator(".enough")).hasCount(0);
        assertThat(cards().locator(".background")).hasCount(0);
    }

    @Test
    void answerWhenWikipediaIsDownExpectPredictionAndTheArticleLater() throws Exception {
        mediaWiki.fail("503");
        pick(TRAFFIC_LIGHT);
        assertThat(cards().locator("h2")).hasText("traffic light");
        assertThat(cards().locator(".problem"))
                .containsText("Wikipedia cannot be asked at the moment. What the picture shows stands");
        assertThat(cards()).containsText("From WordNet 3.0");
        assertThat(announcements()).containsText("Wikipedia cannot be asked");
        assertAccessible();

        mediaWiki.recover();
        Locator again = cards().getByText("Try again");
        Locator article = cards().getByText(Services.ARTICLE);
        do {
            again.click();
            assertThat(cards().locator("h2")).hasText("traffic light");
        } while (again.isVisible());
        assertThat(article).isVisible();
        assertThat(cards().locator(".problem")).hasCount(0);
    }
}
