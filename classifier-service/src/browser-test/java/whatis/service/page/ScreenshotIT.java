package whatis.service.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes pictures of the page into {@code target/screenshots}, to be looked at. {@code docs/page.png} is one of them. */
class ScreenshotIT extends BrowserTest {

    private final MediaWiki mediaWiki = MediaWiki.fromEnvironment();

    @TempDir
    private Path folder;

    @AfterEach
    void recover() throws IOException {
        mediaWiki.recover();
    }

    @Test
    void pageWhenItIsNewExpectPicture() {
        shoot("new");
    }

    /** The one in {@code docs}, in 32 levels a channel: that takes far fewer bytes. */
    @Test
    void pageWhenItHasAnArticleExpectPicture() throws IOException {
        view(new NewContextOptions().setViewportSize(1000, 880).setDeviceScaleFactor(2));
        pick(TRAFFIC_LIGHT);
        assertThat(cards()).containsText(Services.ARTICLE);
        File file = shoot("page").toFile();
        BufferedImage picture = ImageIO.read(file);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                picture.setRGB(x, y, rgb & 0xfff8f8f8 | rgb >> 5 & 0x070707);
            }
        }
        ImageIO.write(picture, "png", file);
    }

    @Test
    void pageWhenItIsDarkExpectPicture() throws IOException {
        view(new NewContextOptions().setColorScheme(ColorScheme.DARK).setViewportSize(1280, 900));
        showAll();
        shoot("dark");
    }

    @Test
    void pageWhenItIsOnAPhoneExpectPictures() throws IOException {
        view(new NewContextOptions().setViewportSize(360, 740).setHasTouch(true).setIsMobile(true));
        shoot("phone-new");
        showAll();
        shoot("phone");
    }

    @Test
    void pageWhenWikipediaIsDownExpectPicture() throws IOException {
        mediaWiki.fail("503");
        showAll();
        shoot("errors");
    }

    private void view(NewContextOptions options) {
        close();
        open(options.setLocale("en-GB"));
    }

    private void showAll() throws IOException {
        Path nothing = Files.writeString(folder.resolve("nothing.png"), "nothing");
        pick(TRAFFIC_LIGHT, WALL_CLOCK, CROSSWORD, nothing);
        assertThat(page.locator("article[aria-busy=false]")).hasCount(4);
    }

    private Path shoot(String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        page.locator("h1").waitFor();
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(file));
        return file;
    }
}
