package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import whatis.web.ServiceEnvironment;

/** Both records of settings as the environment sets them, through {@code application.yml}. */
class SettingsTests {

    private static WikipediaSettings wikipedia(Map<String, Object> variables) {
        return ServiceEnvironment.read(WikipediaSettings.class, variables);
    }

    private static CacheSettings cache(Map<String, Object> variables) {
        return ServiceEnvironment.read(CacheSettings.class, variables);
    }

    @Test
    void wikipediaWhenNothingIsSetExpectDefaults() {
        assertThat(wikipedia(Map.of()))
                .isEqualTo(new WikipediaSettings(
                        "https://{language}.wikipedia.org/w/api.php",
                        "",
                        Duration.ofSeconds(2),
                        Duration.ofMillis(500),
                        0,
                        DataSize.ofMegabytes(4)));
    }

    @Test
    void wikipediaWhenEachKeyIsSetExpectItsValue() {
        assertThat(wikipedia(Map.of(
                        "WHATIS_WIKIPEDIA_URL", "http://wiki.example/api.php",
                        "WHATIS_CONTACT", "me@example.org",
                        "WHATIS_WIKIPEDIA_DEADLINE", "3s",
                        "WHATIS_WIKIPEDIA_PATIENCE", "1s",
                        "WHATIS_WIKIPEDIA_RATE", "100",
                        "WHATIS_WIKIPEDIA_ANSWER_LIMIT", "1MB")))
                .isEqualTo(new WikipediaSettings(
                        "http://wiki.example/api.php",
                        "me@example.org",
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(1),
                        100,
                        DataSize.ofMegabytes(1)));
    }

    @Test
    void cacheWhenNothingIsSetExpectDefaults() {
        assertThat(cache(Map.of()))
                .isEqualTo(new CacheSettings(
                        Duration.ofHours(24), Duration.ofHours(1), Duration.ofDays(7), DataSize.ofMegabytes(32)));
    }

    @Test
    void cacheWhenEachKeyIsSetExpectItsValue() {
        assertThat(cache(Map.of(
                        "WHATIS_WIKIPEDIA_CACHE_HITS", "2h",
                        "WHATIS_WIKIPEDIA_CACHE_MISSES", "1m",
                        "WHATIS_WIKIPEDIA_CACHE_STALE", "3d",
                        "WHATIS_WIKIPEDIA_CACHE_SIZE", "8MB")))
                .isEqualTo(new CacheSettings(
                        Duration.ofHours(2), Duration.ofMinutes(1), Duration.ofDays(3), DataSize.ofMegabytes(8)));
    }

    @Test
    void cacheWhenStaleIsShorterThanHitsExpectRefusal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CacheSettings(
                        Duration.ofDays(2), Duration.ofHours(1), Duration.ofDays(1), DataSize.ofMegabytes(1)))
                .withMessageContaining("stale");
    }

    @Test
    void endpointWhenUrlNamesLanguageExpectItsEdition() {
        assertThat(wikipedia(Map.of()).endpoint("de")).isEqualTo("https://de.wikipedia.org/w/api.php");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wiki.example", "ftp://wiki.example", "http:///w/api.php", "http://wiki example/"})
    void wikipediaWhenUrlIsNoneExpectRefusal(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(url, "")).withMessageStartingWith("url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://me:secret@wiki.example", "me:secret@wiki.example", "http://me:secret@wiki example/"})
    void wikipediaWhenUrlWithAUserIsNoneExpectNoPasswordInTheRefusal(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(url, ""))
                .withNoCause()
                .withMessageContaining("example")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"me@example.org\r\nX: y", "me (really)", "zoë@example.org"})
    void wikipediaWhenContactWouldBreakTheHeaderExpectRefusal(String contact) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("https://wiki.example", contact))
                .withMessageStartingWith("contact");
    }

    @ParameterizedTest
    @CsvSource({
        "https://{language}.wikipedia.org/w/api.php, '', 10",
        "https://{language}.wikipedia.org/w/api.php, me@example.org, 200",
        "https://simple.wiktionary.org/w/api.php, '', 10",
        "https://EN.Wikipedia.ORG/w/api.php, '', 10",
        "https://wikipedia.org.example/w/api.php, '', 2147483647",
        "http://127.0.0.1:8080/w/api.php, '', 2147483647"
    })
    void requestsPerMinuteWhenWikimediaIsAskedExpectItsLimits(String url, String contact, int expected) {
        assertThat(settings(url, contact).requestsPerMinute()).isEqualTo(expected);
    }

    @Test
    void requestsPerMinuteWhenRateIsSetExpectIt() {
        assertThat(wikipedia(Map.of("WHATIS_WIKIPEDIA_RATE", "50")).requestsPerMinute())
                .isEqualTo(50);
    }

    private static WikipediaSettings settings(String url, String contact) {
        return new WikipediaSettings(url, contact, Duration.ofSeconds(2), Duration.ZERO, 0, DataSize.ofMegabytes(1));
    }
}
