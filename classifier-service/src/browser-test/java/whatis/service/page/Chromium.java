package whatis.service.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of Debian and Ubuntu, one process for all tests. */
final class Chromium {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private Chromium() {}

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Returns the browser, which is started at the first call and ends with the tests. */
    static Browser browser() {
        return Shared.BROWSER;
    }

    private static Browser launch() {
        // Playwright would look for browsers of its own to download.
        CreateOptions options = new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        List<String> flags = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run");
        return Playwright.create(options)
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(flags));
    }

    private static final class Shared {
        static final Browser BROWSER = launch();
    }
}
