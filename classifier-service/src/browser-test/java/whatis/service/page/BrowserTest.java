package whatis.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The page in a real browser, before the real services. Each test has a page of its own; at its end, that must have asked
 * no other host, broken no rule of its policy and thrown nothing.
 */
@ExtendWith(BrowserRequirements.class)
abstract class BrowserTest {

    static final Path TRAFFIC_LIGHT = Services.SAMPLES.resolve("traffic-light.png");
    static final Path CROSSWORD = Services.SAMPLES.resolve("crossword-puzzle.png");
    static final Path WALL_CLOCK = Services.SAMPLES.resolve("wall-clock.png");

    private static final double PATIENCE_MILLIS = 90_000;

    private final List<String> faults = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    protected Page page;

    /** Returns what the browser is like. */
    NewContextOptions options() {
        return new NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900);
    }

    /** Returns the service whose page is opened. */
    String url() {
        return Services.shared().url();
    }

    @BeforeEach
    void open() {
        open(options());
    }

    /** Opens the page in a browser of another kind. */
    final void open(NewContextOptions options) {
        String url = url();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        context = Chromium.browser().newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript(
                "addEventListener('securitypolicyviolation', e => console.error('policy', e.blockedURI))");
        page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(url + "/") && !request.url().startsWith("blob:" + url)) {
                faults.add("asked " + request.url());
            }
        });
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            // A status of 400 or above is what some tests want.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add(message.text());
            }
        });
        page.navigate(url + "/");
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(faults).isEmpty();
    }

    BrowserContext context() {
        return context;
    }

    void pick(Path... pictures) {
        page.locator("#pick").setInputFiles(pictures);
    }

    Locator cards() {
        return page.locator("article");
    }

    /** Returns what a screen reader has been told to say. */
    Locator announcements() {
        return page.getByRole(AriaRole.LOG);
    }

    /** Drags a file from outside into the window and drops it on an element. */
    void drop(Path file, Locator target) {
        var box = target.boundingBox();
        CDPSession devTools = context.newCDPSession(page);
        JsonArray files = new JsonArray();
        files.add(file.toAbsolutePath().normalize().toString());
        JsonObject data = new JsonObject();
        data.add("items", new JsonArray());
        data.add("files", files);
        data.addProperty("dragOperationsMask", 1);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", box.x + box.width / 2);
            event.addProperty("y", box.y + box.height / 2);
            event.add("data", data);
            devTools.send("Input.dispatchDragEvent", event);
        }
    }

    /** Demands that axe finds nothing against WCAG and its best practices. */
    void assertAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }
}
