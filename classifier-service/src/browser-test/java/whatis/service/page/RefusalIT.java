package whatis.service.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.service.Pictures;

/** What the service refuses is explained in plain words, and there is no point in trying again. */
class RefusalIT extends BrowserTest {

    private static final int OVER_THE_LIMIT = (10 << 20) + 1;

    @TempDir
    private Path folder;

    @Test
    void fileWhenItIsNoPictureExpectAdvice() throws IOException {
        pick(file("notes.txt", "just words".getBytes(UTF_8)));
        assertRefused("unsupported-image-format", "The file is not a JPEG, PNG, GIF, BMP, WebP or TIFF.");
        assertThat(cards().locator(".problem")).containsText("This browser cannot convert it.");
        assertThat(cards()).containsText("cannot show the file");
    }

    @Test
    void pictureWhenItIsBrokenExpectThatItIsDamaged() throws IOException {
        pick(file("broken.png", Arrays.copyOf(Files.readAllBytes(TRAFFIC_LIGHT), 3000)));
        assertRefused("unreadable-image", "damaged or incomplete");
    }

    @Test
    void pictureWhenItHasTooManyPixelsExpectThatItIsTooLarge() throws IOException {
        pick(file("huge.png", Pictures.png(10_000, 10_000)));
        assertRefused("image-too-large", "more than 50 million");
    }

    @Test
    void fileWhenItIsEmptyExpectThat() throws IOException {
        pick(file("empty.png", new byte[0]));
        assertRefused("empty-file", "The file is empty.");
    }

    @Test
    void fileWhenItIsOverTheLimitExpectNoUpload() throws IOException {
        AtomicInteger uploads = new AtomicInteger();
        page.onRequest(request -> uploads.addAndGet(request.method().equals("POST") ? 1 : 0));
        pick(file("film.mp4", new byte[OVER_THE_LIMIT]));
        assertRefused("upload-too-large", "too large to be sent");
        Assertions.assertThat(uploads).hasValue(0);
    }

    /** As with a gateway whose limit is lower. */
    @Test
    void fileWhenTheLimitIsUnknownExpectTheAnswerOfTheService() throws IOException {
        page.evaluate("delete document.documentElement.dataset.uploadLimit");
        Path film = file("film.mp4", new byte[OVER_THE_LIMIT]);
        Response answer = page.waitForResponse("**/identifications*", () -> pick(film));
        Assertions.assertThat(answer.status()).isEqualTo(413);
        assertRefused("upload-too-large", "too large to be sent");
    }

    @Test
    void folderWhenDroppedExpectThatItCannotBeRead() {
        drop(folder, page.locator("footer"));
        assertThat(cards().locator(".problem")).containsText("it may be a folder");
    }

    private void assertRefused(String slug, String words) {
        assertThat(cards().locator("h2")).hasText("No answer");
        assertThat(cards().locator(".problem")).containsText(words);
        assertThat(cards().locator(".problem a")).hasAttribute("href", Pattern.compile("/problems/" + slug + "$"));
        assertThat(cards().getByText("Try again")).hasCount(0);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
