package whatis.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightIT extends BrowserTest {

    private static final int LIMIT = 100_000;

    @Test
    void pageWhenOpenedExpectLittleToLoad() {
        page.locator("h1").waitFor();
        int weight = ((Number) page.evaluate("""
                () => performance.getEntries()
                  .filter(entry => ['navigation', 'resource'].includes(entry.entryType))
                  .reduce((sum, entry) => sum + entry.decodedBodySize, 0)
                """)).intValue();
        Object paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime");
        System.out.printf("The page has %d bytes and was first painted after %s ms.%n", weight, paint);
        assertThat(weight).isBetween(10_000, LIMIT);
    }
}
