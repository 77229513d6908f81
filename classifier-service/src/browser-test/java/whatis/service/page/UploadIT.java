package whatis.service.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator.FilterOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which pictures get to the page. */
class UploadIT extends BrowserTest {

    @TempDir
    private Path folder;

    @Test
    void pictureWhenDroppedExpectAnswerAndArticle() {
        drop(TRAFFIC_LIGHT, page.locator("footer"));
        assertThat(cards().locator("h2")).hasText("traffic light");
        assertThat(cards().locator(".extract")).hasText(new String[] {Services.ARTICLE, Services.SECOND_PARAGRAPH});
        assertThat(cards().locator("h3 a")).hasText("Traffic light");
        assertThat(cards().locator("h3 a"))
                .hasAttribute("href", MediaWiki.fromEnvironment().page("Traffic_light"));
        assertThat(cards().locator("a[rel=license]")).hasText("CC BY-SA 4.0");
        assertThat(cards().locator("li")).hasCount(5);
        assertThat(cards().locator(".enough")).hasCount(1);
        assertThat(cards().locator("dt")).hasCount(6);
    }

    @Test
    void pictureWhenPastedExpectAnswer() throws Exception {
        context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("""
                async picture => {
                  const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt());
                  const blob = new Blob([bytes], { type: 'image/png' });
                  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
                }
                """, Base64.getEncoder().encodeToString(Files.readAllBytes(CROSSWORD)));
        page.keyboard().press("Control+V");
        assertThat(cards().locator("h2")).hasText("crossword puzzle");
    }

    @Test
    void picturesWhenTenArePickedExpectACardEachInTheirOrder() throws Exception {
        Path[] pictures = new Path[10];
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = Files.copy(TRAFFIC_LIGHT, folder.resolve("picture-" + i + ".png"));
        }
        pick(pictures);
        assertThat(page.locator("article[aria-busy=false]")).hasCount(10);
        assertThat(cards().locator(".picture figcaption"))
                .hasText(IntStream.range(0, 10)
                        .mapToObj(i -> "picture-" + i + ".png")
                        .toArray(String[]::new));
        assertThat(cards().filter(new FilterOptions().setHasText(Services.ARTICLE)))
                .hasCount(10);
    }

    @Test
    void pictureWhenLineIsSlowExpectItsProgress() {
        throttle(30_000);
        pick(TRAFFIC_LIGHT);
        assertThat(cards().getByText("Uploading")).isVisible();
        assertThat(cards().locator("progress[value]")).isVisible();
        throttle(-1);
        assertThat(cards().locator("h2")).hasText("traffic light");
    }

    @Test
    void cardWhenRemovedExpectItGoneAndItsNeighbourFocused() {
        pick(TRAFFIC_LIGHT, WALL_CLOCK);
        assertThat(page.locator("article[aria-busy=false]")).hasCount(2);
        page.getByLabel("Remove traffic-light.png").click();
        assertThat(cards()).hasCount(1);
        assertThat(cards().locator("h2")).isFocused();
        page.getByLabel("Remove wall-clock.png").click();
        assertThat(cards()).hasCount(0);
        assertThat(page.locator("#pick")).isFocused();
    }

    /** @param bytes so many a second may leave; -1 for no limit */
    private void throttle(int bytes) {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 0);
        line.addProperty("downloadThroughput", -1);
        line.addProperty("uploadThroughput", bytes);
        context().newCDPSession(page).send("Network.emulateNetworkConditions", line);
    }
}
