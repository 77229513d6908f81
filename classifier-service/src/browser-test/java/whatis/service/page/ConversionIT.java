package whatis.service.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the browser shows and the service doesn't read is sent as a PNG. The AVIF is the starter model's traffic light, as
 * {@code Image.open("traffic-light.png").save("traffic-light.avif")} of Pillow 13.0 writes it.
 */
class ConversionIT extends BrowserTest {

    private static final String NOTE = "Converted to PNG in your browser";

    private static final String RED = "<rect width='100%' height='100%' fill='red'/>";

    private static final String LAMPS = """
            <rect width="120" height="300" rx="20" fill="#222"/>
            <circle cx="60" cy="60" r="36" fill="red"/>
            <circle cx="60" cy="150" r="36" fill="#430"/>
            <circle cx="60" cy="240" r="36" fill="#031"/>
            """;

    @TempDir
    private Path folder;

    @Test
    void pictureWhenOnlyTheBrowserReadsItExpectItConvertedAndThatSaid() throws IOException {
        List<Integer> answers = answers();
        pick(file("traffic-light.avif", avif()));
        assertThat(cards().locator("h2")).hasText("traffic light");
        assertThat(cards().locator("figcaption").first()).containsText(NOTE);
        assertThat(cards().locator("img")).isVisible();
        assertThat(announcements()).containsText("traffic-light.avif: " + NOTE);
        Assertions.assertThat(answers).containsExactly(415, 200);
        assertAccessible();
    }

    @Test
    void pictureWhenTheServiceReadsItExpectItSentAsItIs() {
        List<Integer> answers = answers();
        pick(TRAFFIC_LIGHT);
        assertThat(cards().locator("h2")).hasText("traffic light");
        assertThat(cards()).not().containsText(NOTE);
        Assertions.assertThat(answers).containsExactly(200);
    }

    @Test
    void picturesWhenPickedTogetherExpectOnlyWhatIsNotReadConverted() throws IOException {
        pick(TRAFFIC_LIGHT, file("lamps.svg", drawing("width='120' height='300'", LAMPS)), file("lights.avif", avif()));
        assertThat(page.locator("article[aria-busy=false]")).hasCount(3);
        assertThat(cards().nth(0)).not().containsText(NOTE);
        assertThat(cards().nth(1)).containsText(NOTE);
        assertThat(cards().nth(2)).containsText(NOTE);
        assertThat(page.locator("article li")).hasCount(15);
    }

    @Test
    void pictureWhenPhotographedExpectItConverted() throws IOException {
        page.locator("#photograph").setInputFiles(file("photo.avif", avif()));
        assertThat(cards().locator("h2")).hasText("traffic light");
        assertThat(cards()).containsText(NOTE);
    }

    @Test
    void drawingWhenDroppedExpectItConverted() throws IOException {
        drop(file("lamps.svg", drawing("width='120' height='300'", LAMPS)), page.locator("footer"));
        assertThat(cards().locator("li")).hasCount(5);
        assertThat(cards()).containsText(NOTE);
        assertThat(cards().locator("img")).isVisible();
    }

    /** In pixels of the PNG: sharp, and of a size that can be sent. */
    @ParameterizedTest
    @CsvSource({
        "width='12' height='30', 400, 1000",
        "width='4000000' height='1000000', 1000, 250",
        "width='100000' height='1', 1000, 1",
        "viewBox='0 0 20 40', 500, 1000",
        "width='100%' height='100%', 1000, 500",
        "'', 1000, 500"
    })
    void drawingWhenConvertedExpectItsShapeInAnySize(String attributes, int width, int height) {
        Assertions.assertThat(convert(drawing(attributes, RED))).isEqualTo(List.of(width, height, 255, 0, 0, 255));
    }

    @Test
    void drawingWhenTransparentExpectWhiteBehindIt() {
        Assertions.assertThat(convert(drawing("width='10' height='10'", "")))
                .isEqualTo(List.of(1000, 1000, 255, 255, 255, 255));
    }

    @Test
    void drawingWhenThereIsHtmlInItExpectItConverted() {
        String html =
                "<foreignObject width='1' height='1'><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>";
        Assertions.assertThat(convert(drawing("width='10' height='10'", RED + html)))
                .isEqualTo(List.of(1000, 1000, 255, 0, 0, 255));
    }

    /** A request would be a fault of the page, which {@link BrowserTest} finds. */
    @Test
    void drawingWhenItRefersToOtherHostsExpectNothingLoaded() {
        String reference = "<image href='http://127.0.0.1:1/picture.png' width='10' height='10'/>";
        Assertions.assertThat(convert(drawing("width='10' height='10'", RED + reference)))
                .isEqualTo(List.of(1000, 1000, 255, 0, 0, 255));
    }

    @ParameterizedTest
    @ValueSource(strings = {"width='0' height='0'", "width='100000000' height='100000000'"})
    void drawingWhenTheBrowserCannotPaintItExpectItRefused(String attributes) throws IOException {
        pick(file("drawing.svg", drawing(attributes, RED)));
        assertRefused("This is an SVG drawing, which is not read");
    }

    /** Chromium's own elements would show the first as a blank picture. */
    @ParameterizedTest
    @ValueSource(doubles = {0.66, 0.1})
    void pictureWhenCutShortExpectItRefused(double share) throws IOException {
        byte[] avif = avif();
        pick(file("broken.avif", Arrays.copyOf(avif, (int) (share * avif.length))));
        assertRefused("This is an AVIF image, which is not read");
        assertThat(cards()).containsText("cannot show the file");
    }

    @Test
    void pictureWhenTheBrowserDoesNotKnowItExpectTheServicesSentence() throws IOException {
        pick(file("photo.heic", "\0\0\0\30ftypheic\0\0\0\0heicmif1".getBytes(ISO_8859_1)));
        assertRefused("This is a HEIC image, which is not read");
        assertThat(cards()).containsText("cannot show the file");
    }

    @Test
    void fileWhenItOnlySaysThatItIsAPictureExpectItRefused() throws IOException {
        pick(file("text.avif", "just words".getBytes(ISO_8859_1)));
        assertRefused("The file is not a JPEG, PNG, GIF, BMP, WebP or TIFF.");
    }

    private static byte[] drawing(String attributes, String content) {
        return "<svg xmlns='http://www.w3.org/2000/svg' %s>%s</svg>"
                .formatted(attributes, content)
                .getBytes(ISO_8859_1);
    }

    private static byte[] avif() throws IOException {
        try (InputStream file = ConversionIT.class.getResourceAsStream("traffic-light.avif")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** Returns where the status of each answer to a picture will be. */
    private List<Integer> answers() {
        List<Integer> answers = new CopyOnWriteArrayList<>();
        page.onResponse(response -> {
            if (response.url().contains("/identifications")) {
                answers.add(response.status());
            }
        });
        return answers;
    }

    /** Returns width and height of what a drawing becomes, and the RGBA of its last pixel. */
    private Object convert(byte[] drawing) {
        return page.evaluate("""
                async drawing => {
                  const { toPng } = await import('./page/conversion.js');
                  const png = await createImageBitmap(await toPng(new Blob([drawing], { type: 'image/svg+xml' })));
                  const pen = new OffscreenCanvas(png.width, png.height).getContext('2d');
                  pen.drawImage(png, 0, 0);
                  return [png.width, png.height, ...pen.getImageData(png.width - 1, png.height - 1, 1, 1).data];
                }
                """, new String(drawing, ISO_8859_1));
    }

    private void assertRefused(String words) {
        assertThat(cards().locator("h2")).hasText("No answer");
        assertThat(cards().locator(".problem")).containsText(words);
        assertThat(cards().locator(".problem")).containsText("This browser cannot convert it.");
        assertThat(cards()).not().containsText(NOTE);
    }
}
