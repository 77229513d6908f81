package whatis.service.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever can't see, can't use a mouse, or has a small or a dark screen has the same page. */
class AccessibilityIT extends BrowserTest {

    private static final int PHONE = 360;

    @TempDir
    private Path folder;

    /** A known, an unknown and an unexplained picture, and one that is refused. */
    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "LIGHT, 360", "DARK, 1280", "DARK, 360"})
    void pageWhenItShowsEverythingExpectNoViolationAndNothingBesideTheScreen(ColorScheme scheme, int width)
            throws IOException {
        close();
        open(new NewContextOptions()
                .setLocale("en-GB")
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setHasTouch(width == PHONE)
                .setViewportSize(width, 740));
        assertAccessible();
        assertFits(width);
        assertThat(page.getByText("Take a photo")).isVisible(new IsVisibleOptions().setVisible(width == PHONE));

        pick(TRAFFIC_LIGHT, WALL_CLOCK, CROSSWORD, nothing());
        assertThat(page.locator("article[aria-busy=false]")).hasCount(4);
        assertAccessible();
        assertFits(width);
    }

    @Test
    void pageWhenThereIsOnlyAKeyboardExpectEverythingInReach() {
        FileChooser chooser = page.waitForFileChooser(() -> {
            page.keyboard().press("Tab");
            assertThat(page.getByLabel("Choose pictures")).isFocused();
            page.keyboard().press("Enter");
        });
        chooser.setFiles(TRAFFIC_LIGHT);
        assertThat(cards().locator("h2")).hasText("traffic light");

        page.keyboard().press("Tab");
        assertThat(cards().locator("h3 a")).isFocused();
        page.keyboard().press("Tab");
        assertThat(cards().locator("a[rel=license]")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("Remove traffic-light.png")).isFocused();
        page.keyboard().press("Space");
        assertThat(cards()).hasCount(0);
    }

    @Test
    void pageWhenPictureIsAnsweredExpectItReadOut() throws IOException {
        pick(TRAFFIC_LIGHT, nothing());
        assertThat(announcements()).containsText("2 pictures taken");
        assertThat(announcements()).containsText("traffic-light.png: traffic light. The model gives it 99");
        assertThat(announcements()).containsText("A small starter model answers here");
        assertThat(announcements())
                .containsText("nothing.png: The file is not a JPEG, PNG, GIF, BMP, WebP or TIFF. This browser cannot");
    }

    private void assertFits(int width) {
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(width);
    }

    private Path nothing() throws IOException {
        return Files.writeString(folder.resolve("nothing.png"), "nothing");
    }
}
